import { Refusal } from '@tallystick/kernel';
import { Command, Option } from 'commander';
import { replayCases } from './cli/replay.ts';
import { schedule } from './cli/schedule.ts';
import { scorecardCommands } from './cli/scorecard/command.ts';
import { WordsOff } from './cli/words-off.ts';

/**
 * `tally`: the command line of the bank. Exit codes: 0 done, 1 something is wrong (the text says what), 2 the words of the call are off.
 * Every command takes --json for machines.
 */
type Options = { json?: boolean };
type Result = { ok: boolean; data: unknown; text: string };

const program = new Command('tally')
  .description('Tallystick 左券: the command line of the bank')
  .version('0.1.0')
  .showHelpAfterError('(tally --help lists the commands)');
program.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
if (process.argv.includes('--json'))
  program.showHelpAfterError(false).configureOutput({
    outputError: (text, write) => write(`${JSON.stringify({ error: { code: 'usage', message: text.trim().replace(/^error: /, '') } })}\n`),
  });
const JSON_TEXT = ['--json', 'one line of JSON, for machines'] as const;

async function finish(options: Options, work: () => Promise<Result>): Promise<void> {
  try {
    const result = await work();
    process.stdout.write(options.json ? `${JSON.stringify(result.data)}\n` : `${result.text}\n`);
    process.exitCode = result.ok ? 0 : 1;
  } catch (error) {
    const told = await worded(error as Error & { code?: string });
    process.stderr.write(options.json ? `${JSON.stringify({ error: told })}\n` : `${told.code}: ${told.message}\n`);
    process.exitCode = error instanceof WordsOff ? 2 : 1;
  }
}

/** What went wrong in words: a refusal by its catalogue, anything else by its own message. */
async function worded(thrown: Error & { code?: string }): Promise<{ code: string; message: string }> {
  if (!(thrown instanceof Refusal)) return { code: thrown.code ?? 'failed', message: thrown.message };
  const [{ catalogueOf, replyTo }, { MOUNTS }] = await Promise.all([import('../http/index.ts'), import('./mounts.ts')]);
  const { body } = replyTo(thrown, catalogueOf(MOUNTS), 'command line');
  return { code: body.code, message: `${body.zh} ${body.en}${body.field === undefined ? '' : ` (${body.field})`}` };
}

program
  .command('start')
  .description('start the whole bank (what npm start does)')
  .action(async () => void (await import('./start.ts')));

program
  .command('migrate')
  .description('apply missing migrations, reference rows and default grants')
  .option(...JSON_TEXT)
  .action((options: Options) =>
    finish(options, async () => {
      const { openCluster, prepareDatabase } = await import('./open.ts');
      const cluster = await openCluster();
      try {
        const applied = await prepareDatabase(cluster.url);
        return { ok: true, data: { applied }, text: applied.length ? `Applied ${applied.join(', ')}` : 'Nothing to apply.' };
      } finally {
        await cluster.stop();
      }
    }),
  );

program
  .command('seed')
  .description('fill an empty database with the demo bank by running the real services over simulated days')
  .option(...JSON_TEXT)
  .action((options: Options) =>
    finish(options, async () => {
      const { seedDemoBank } = await import('./seed/index.ts');
      const facts = await seedDemoBank((line) => options.json || process.stderr.write(`${line}\n`));
      return {
        ok: true,
        data: facts,
        text: Object.entries(facts)
          .map(([k, v]) => `${k}: ${v}`)
          .join('\n'),
      };
    }),
  );

program
  .command('doctor')
  .description('check the machine, the settings, the database and the outside world')
  .option(...JSON_TEXT)
  .action((options: Options) => finish(options, async () => (await import('./cli/doctor.ts')).doctor()));
program
  .command('verify')
  .description('prove that books, sub-ledgers, decision records, audit chain and schema are whole')
  .option(...JSON_TEXT)
  .action((options: Options) => finish(options, async () => (await import('./cli/verify.ts')).verify()));

const cob = program.command('cob').description('close of business');
cob
  .command('run')
  .description('run close of business for the current business date and move it')
  .option(...JSON_TEXT)
  .action((options: Options) => finish(options, async () => (await import('./cli/cob.ts')).cobRun()));
cob
  .command('status')
  .description('business date and the steps of the last runs')
  .option(...JSON_TEXT)
  .action((options: Options) => finish(options, async () => (await import('./cli/cob.ts')).cobStatus()));

program
  .command('schedule')
  .description('terms in, repayment plan out')
  .requiredOption('--principal <amount>', 'like 120000.00')
  .requiredOption('--rate <percent>', 'yearly, like 6.00')
  .requiredOption('--count <n>', 'number of instalments', Number)
  .requiredOption('--start <date>', 'day of payout, like 2026-01-15')
  .option('--method <method>', 'equal_instalment | equal_principal | interest_only | bullet', 'equal_instalment')
  .option('--every <unit>', 'month | week | day', 'month')
  .option('--base <days>', 'days of a year: 360 or 365', Number, 360)
  .addOption(new Option('--csv', 'comma-separated').conflicts('json'))
  .option(...JSON_TEXT)
  .action((options: Options & Parameters<typeof schedule>[0]) => finish(options, async () => schedule(options)));

program
  .command('engine')
  .description('the loan engine')
  .command('replay')
  .description('replay a file of reference loans and compare schedule, transactions and status to the cent')
  .argument('<file>', 'one case a line, JSON')
  .option('--emit <file>', 'write what came out, one case a line')
  .option(...JSON_TEXT)
  .action((file: string, options: Options & Parameters<typeof replayCases>[1]) => finish(options, async () => replayCases(file, options)));

program
  .command('openapi')
  .description('print the OpenAPI 3.1 document, which is JSON')
  .option(...JSON_TEXT)
  .action(() =>
    finish({ json: true }, async () => {
      const [{ openApiDocument, catalogueOf }, { MOUNTS }] = await Promise.all([import('../http/index.ts'), import('./mounts.ts')]);
      return { ok: true, data: openApiDocument({ mounts: MOUNTS }, catalogueOf(MOUNTS)), text: '' };
    }),
  );

program
  .command('user')
  .description('staff of the bank')
  .command('add')
  .description('add a staff member; prints the secret of the second factor once. The password is read from TALLY_PASSWORD')
  .requiredOption('--login <login>')
  .requiredOption('--name <name>')
  .requiredOption('--roles <roles>', 'comma-separated, like RELATIONSHIP_MANAGER,REVIEWER')
  .option('--branch <code>', 'code of the branch, like HZ; left out for the head office')
  .option(...JSON_TEXT)
  .action((options: Options & { login: string; name: string; roles: string; branch?: string }) =>
    finish(options, async () => (await import('./cli/user.ts')).userAdd(options)),
  );

scorecardCommands(program, finish);

await program.parseAsync();
