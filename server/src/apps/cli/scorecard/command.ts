import type { Command } from 'commander';
import type { CompareOptions } from './compare/compare.ts';
import type { ExportOptions } from './export.ts';
import type { MonitorOptions } from './monitor.ts';
import type { BuildOptions } from './options.ts';
import type { RecalibrateOptions } from './recalibrate.ts';
import type { ScoreOptions } from './score.ts';

type Result = { ok: boolean; data: unknown; text: string };
type Finish = (options: { json?: boolean }, work: () => Promise<Result>) => Promise<void>;

const list = (text: string, before: readonly string[]): string[] => [...before, ...text.split(',')];
const several = (text: string, before: readonly string[]): string[] => [...before, text];

/** `tally scorecard build | score | export | monitor | recalibrate | compare`. Nothing is asked, nothing is fetched. */
export function scorecardCommands(program: Command, finish: Finish): void {
  const scorecard = program.command('scorecard').description('points cards: build, score, export, monitor, recalibrate, compare');
  addBuild(scorecard, finish);
  addUse(scorecard, finish);
  addCare(scorecard, finish);
}

function addBuild(scorecard: Command, finish: Finish): void {
  scorecard
    .command('build')
    .description('a table of past loans into card.json, metrics.json, report.html and report.pdf')
    .requiredOption('--data <file>', 'CSV, UTF-8, header row; .csv or .csv.gz')
    .requiredOption('--target <column>', 'the outcome; rows without one are left out')
    .option('--bad <value>', 'the value of a bad loan')
    .option('--share', 'the target is a share from 0 to 1, such as loss given default, and no outcome')
    .requiredOption('--out <folder>')
    .option('--split <rule>', 'which rows train, like mod10<7 (the default)')
    .option('--oot <column:date>', 'rows up to that date train, later ones test')
    .option('--special <column=values>', 'numbers that are codes, each in its own bin; may be repeated', several, [])
    .option('--kind <kind>', 'points | additive | trees', 'points')
    .option('--drop <columns>', 'no inputs: outcome fields, identifiers; comma-separated', list, [])
    .option('--protected <columns>', 'protected attributes: never inputs, told in the fairness report', list, [])
    .option('--use-protected', 'let columns in whose name says that they are protected')
    .option('--rejects <method:multiplier>', 'rows without an outcome speak as rejects: fuzzy:2 | parcelling:1.5 | augmentation')
    .option('--category <columns>', 'numbers that name kinds, not quantities', list, [])
    .option('--direction <column=way>', 'auto | monotone | rising | falling | peak | valley; may be repeated', several, [])
    .option('--monotone', 'no attribute may turn')
    .option('--cuts <column=numbers>', 'bins set by hand: where each but the first begins; may be repeated', several, [])
    .option('--groups <column=levels>', 'bins of a category set by hand, like kind=A|B,C; may be repeated', several, [])
    .option('--weight <column>', 'weight of each row')
    .option('--month <column>', 'month or date of each row, for stability by month; never an input')
    .option('--earned <money>', 'what a good loan earns, for the cut-off table', '1000.00')
    .option('--lost <money>', 'what a bad loan loses, for the cut-off table', '5000.00')
    .option('--sample <rows>', 'at most so many rows, chosen by their content, of a file that may be larger than memory')
    .option('--folds <number>', 'cross-validation on the training rows: the whole build again for each fold')
    .option('--segments <number>', 'at most so many sub-populations with attributes of their own, where rows not seen gain by it')
    .option('--segment-by <columns>', 'only these columns may part the sub-populations', list, [])
    .option('--set <name=number>', 'any setting of the builder; may be repeated', several, [])
    .option('--id <id>', 'id of the card', 'scorecard')
    .option('--card-version <version>', 'version of the card', '1.0.0')
    .option('--json')
    .action((options: BuildOptions & { json?: boolean }) => finish(options, async () => (await import('./build.ts')).buildCommand(options)));
}

function addUse(scorecard: Command, finish: Finish): void {
  scorecard
    .command('score')
    .description('one line for each row: pd, score, reasons, refusal')
    .requiredOption('--card <file>')
    .requiredOption('--data <file>')
    .requiredOption('--out <file>')
    .option('--words <language>', 'reasons in words, zh or en, instead of codes')
    .option('--json')
    .action((options: ScoreOptions & { json?: boolean }) => finish(options, async () => (await import('./score.ts')).scoreCommand(options)));
  scorecard
    .command('export')
    .description('the card as PostgreSQL, JSON or PMML text')
    .requiredOption('--card <file>')
    .option('--sql')
    .option('--json')
    .option('--pmml')
    .option('--table <name>', 'the table or view the SQL reads', 'applications')
    .action((options: ExportOptions) => finish({}, async () => (await import('./export.ts')).exportCommand(options)));
}

function addCare(scorecard: Command, finish: Finish): void {
  scorecard
    .command('monitor')
    .description('stability by month against the rows of the build, and how known outcomes turned out; exit code 1 when something is to be done')
    .requiredOption('--card <file>')
    .requiredOption('--data <file>')
    .requiredOption('--month <column>')
    .option('--target <column>', 'the outcome, where it is known already')
    .option('--bad <value>', 'the value of a bad loan', '1')
    .option('--reference <file>', 'rows to compare with instead, for a card written by hand')
    .option('--out <folder>')
    .option('--json')
    .action((options: MonitorOptions & { json?: boolean }) => finish(options, async () => (await import('./monitor.ts')).monitorCommand(options)));
  scorecard
    .command('recalibrate')
    .description('the same points with PDs made true again, to a central tendency or to recent outcomes')
    .requiredOption('--card <file>')
    .requiredOption('--data <file>', 'recent rows')
    .requiredOption('--out <file>', 'the new card')
    .requiredOption('--card-version <version>', 'its version')
    .option('--rate <share>', 'the bad rate these rows are held to have over the performance window, like 0.05')
    .option('--target <column>', 'the outcome instead; rows without one are left out')
    .option('--bad <value>', 'the value of a bad loan', '1')
    .option('--slope', 'the spread of the PDs too, not only their level')
    .option('--weight <column>', 'weight of each row')
    .option('--json')
    .action((options: RecalibrateOptions & { json?: boolean }) =>
      finish(options, async () => (await import('./recalibrate.ts')).recalibrateCommand(options)),
    );
  scorecard
    .command('compare')
    .description('a card beside a challenger on the same rows: another card, or a foreign model as ONNX, which is only ever compared')
    .requiredOption('--card <file>')
    .requiredOption('--challenger <file>', 'a card, or a model that ends in .onnx')
    .requiredOption('--data <file>')
    .requiredOption('--target <column>', 'the outcome; rows without one are left out')
    .option('--bad <value>', 'the value of a bad loan', '1')
    .option('--features <columns>', 'ONNX: the columns of its one input, in its order', list, [])
    .option('--approve <share>', 'share of approvals at which the changes of side are counted', '0.8')
    .option('--json')
    .action((options: CompareOptions & { json?: boolean }) =>
      finish(options, async () => (await import('./compare/compare.ts')).compareCommand(options)),
    );
}
