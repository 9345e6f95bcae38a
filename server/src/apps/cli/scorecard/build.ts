import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Build,
  type BuildRequest,
  binTable,
  buildCard,
  type Card,
  columnOf,
  crossValidate,
  inferRejects,
  namesProtected,
  pdOf,
  type ReportInput,
  refuseScorecard,
  reportDocument,
  reportHtml,
  reportJson,
  type ScoredSample,
  scorePlaces,
  shareFigures,
  validationReport,
} from '@tallystick/engines/scorecard';
import { type Labelled, levelAt, outcomes, parseOutOfTime, parseSplit, partRows, readSample, readTable, sharesKnown, sharesSpread } from './data.ts';
import { type BuildOptions, economicsOf, hintsOf, kindOf, rejectsOf, sampleOf, segmentsOf, settingsOf, targetOf } from './options.ts';
import { reportPdf } from './report/report-pdf.ts';

/** `tally scorecard build`: a table of past loans into card.json, metrics.json, report.html and report.pdf. Equal input, equal bytes. */
export async function buildCommand(options: BuildOptions): Promise<{ ok: boolean; data: unknown; text: string }> {
  const kind = kindOf(options.kind);
  const wanted = targetOf(options);
  const economics = economicsOf(options);
  const split = options.oot === undefined ? parseSplit(options.split ?? 'mod10<7') : parseOutOfTime(options.oot);
  const time = 'column' in split ? [split.column] : [];
  const month = options.month ?? time[0];
  const dated = [...new Set([...time, ...(month ? [month] : [])])];
  const reading = {
    ragged: 'refuse' as const,
    categories: [...(wanted === 'share' ? [] : [options.target]), ...dated, ...options.category],
  };
  const most = sampleOf(options.sample);
  const { table } = most === undefined ? await readTable(options.data, reading) : await readSample(options.data, reading, most);
  for (const name of [...options.drop, ...options.protected, ...options.category, ...(options.segmentBy ?? []), ...dated]) columnOf(table, name);
  const outcome = wanted === 'share' ? sharesKnown(table, options.target) : outcomes(table, options.target, wanted.bad);
  const drop = new Set([options.target, ...dated, ...options.drop, ...(options.weight ? [options.weight] : [])]);
  const named = options.useProtected ? [] : table.columns.map((c) => c.name).filter((name) => !drop.has(name) && namesProtected(name));
  const protectedNames = [...new Set([...options.protected, ...named])].sort();
  const known = partRows(table, { outcome, split, drop, month, weight: options.weight, share: wanted === 'share' ? options.target : undefined });
  const parts = wanted === 'share' ? { ...known, train: sharesSpread(known.train), test: sharesSpread(known.test) } : known;
  const names = parts.train.inputs.columns.map((c) => c.name);
  const segments = segmentsOf(options);
  const request: BuildRequest = {
    id: options.id,
    version: options.cardVersion,
    kind,
    table: parts.train.inputs,
    bad: parts.train.bad,
    ...(parts.train.weights ? { weights: parts.train.weights } : {}),
    hints: hintsOf(options, names),
    protectedNames,
    // The two halves of a share are no rows of their own: parts of them would measure nothing.
    settings: { ...(wanted === 'share' ? { calibrate: 0 } : {}), ...settingsOf(options.set) },
    ...(segments ? { segments } : {}),
  };
  const assumed = options.rejects === undefined ? undefined : { ...rejectsOf(options.rejects), accepts: request, rejects: parts.rejects };
  if (assumed && parts.rejects.rows === 0) throw refuseScorecard('scorecard.no_rejects', { facts: { column: options.target } });
  const inferred = assumed && inferRejects({ ...assumed, judged: { table: parts.test.inputs, bad: parts.test.bad } });
  const build = warned(inferred?.build ?? buildCard(request), options.target, known.train.share);
  const test = { ...scored(build.card, parts.test), kind: 'column' in split ? ('out_of_time' as const) : ('in_time' as const) };
  const source = {
    file: options.data.split('/').at(-1) ?? '',
    target: options.target,
    badValue: options.bad ?? '0 … 1',
    split: `${options.oot ?? options.split ?? 'mod10<7'}${most === undefined ? '' : `, sample ${table.rows}`}`,
  };
  const report = validationReport({
    card: build.card,
    record: build.record,
    source,
    train: scored(build.card, parts.train),
    test,
    protectedColumns: protectedNames.map((name) => columnOf(parts.test.inputs, name)),
    ...(economics ? { economics } : {}),
    ...(inferred ? { rejectInference: inferred.inference } : {}),
    ...(options.folds === undefined ? {} : { crossValidation: crossValidate(request, Number(options.folds)) }),
  } satisfies ReportInput);
  await write(options.out, build, report);
  const [trained, tested] = report.samples;
  const text = `${build.card.attributes.length} attributes in ${join(options.out, 'card.json')}; AUC ${trained?.ranking.auc.toFixed(4)} train, ${tested?.ranking.auc.toFixed(4)} test${shareLine(build.card, known.test)}`;
  return { ok: true, data: { card: build.card.id, attributes: build.card.attributes.length, samples: report.samples }, text };
}

/** Whoever reads the report must know that its PDs are shares. */
const warned = (build: Build, name: string, share: Float64Array | undefined): Build => {
  if (!share) return build;
  const warning = { code: 'share_target', name, value: share.reduce((sum, s) => sum + s, 0) / share.length } as const;
  return { ...build, record: { ...build.record, warnings: [...build.record.warnings, warning] } };
};

/** What a card of shares explains on the test rows, as a line to be told. */
function shareLine(card: Card, { inputs, share }: Labelled): string {
  if (!share) return '';
  const f = shareFigures(
    Float64Array.from(scorePlaces(card, binTable(card, inputs), inputs.rows), (p) => pdOf(card, p)),
    share,
  );
  return `; mean share ${f.mean.toFixed(4)}, expected ${f.expected.toFixed(4)}, mean distance ${f.meanAbsoluteError.toFixed(4)}, explained ${(100 * f.explained).toFixed(1)}%`;
}

async function write(out: string, { card }: Build, report: ReturnType<typeof validationReport>): Promise<void> {
  mkdirSync(out, { recursive: true });
  const documents = (['zh', 'en'] as const).map((language) => reportDocument(report, language));
  writeFileSync(join(out, 'card.json'), `${JSON.stringify(card, null, 1)}\n`);
  writeFileSync(join(out, 'metrics.json'), `${reportJson(report)}\n`);
  writeFileSync(join(out, 'report.html'), reportHtml(documents));
  writeFileSync(join(out, 'report.pdf'), await reportPdf(documents));
}

function scored(card: Card, { inputs, bad, months, weights }: Labelled): ScoredSample {
  const bins = binTable(card, inputs);
  const points = scorePlaces(card, bins, inputs.rows);
  const pd = Float64Array.from(points, (p) => pdOf(card, p));
  const dates = months ? Array.from(bad, (_, i) => levelAt(months, i).slice(0, 7)) : [];
  const known = [...new Set(dates)].sort();
  const at = new Map(known.map((m, i) => [m, i]));
  const byMonth = months ? { months: known, monthOf: Uint16Array.from(dates, (m) => at.get(m) ?? 0) } : {};
  return { bins, points, pd, bad, ...(weights ? { weight: weights } : {}), ...byMonth };
}
