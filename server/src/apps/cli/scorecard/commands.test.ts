import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Refusal } from '@tallystick/kernel';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildCommand } from './build.ts';
import { exportCommand } from './export.ts';
import { monitorCommand } from './monitor.ts';
import type { BuildOptions } from './options.ts';
import { recalibrateCommand } from './recalibrate.ts';
import { scoreCommand } from './score.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-scorecard-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Pseudo-random numbers in [0, 1), the same in every run. */
const spread = (i: number, column: number): number => (Math.imul(Math.imul(i * 8 + column, 0x9e3779b1) ^ 0x5bd1e995, 0x85ebca6b) >>> 0) / 2 ** 32;
const HEADER = 'no,income,shop,month,outcome';
const LINES = Array.from({ length: 1200 }, (_, i) => {
  const [income, shop] = [Math.round(spread(i, 1) * 200) / 10, spread(i, 2) < 0.5 ? 'OWN' : '"RENT, monthly"'];
  const bad = spread(i, 3) < 1 / (1 + Math.exp(0.2 * income - (shop === 'OWN' ? 1.2 : 0))) ? 'bad' : 'good';
  return `${i + 1},${i % 11 === 0 ? '' : income},${shop},2026-0${1 + Math.floor(i / 200)},${bad}`;
});
const write = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const options = (more: Partial<BuildOptions> & { data: string }): BuildOptions => ({
  target: 'outcome',
  bad: 'bad',
  out: join(folder, 'out'),
  special: [],
  drop: ['month'],
  protected: [],
  category: [],
  direction: [],
  cuts: [],
  set: [],
  id: 'shops',
  cardVersion: '1.0.0',
  ...more,
});
const read = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8');
const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing refused',
    (error: Refusal) => error.code,
  );

describe('tally scorecard', () => {
  test('builds card, metrics and reports, asks nothing and fetches nothing; a second build of the gzipped file gives equal bytes', {
    timeout: 60_000,
  }, async () => {
    const [connected, asked] = [vi.spyOn(Socket.prototype, 'connect'), vi.spyOn(process.stdin, 'on')];
    const data = write('loans.csv', `${HEADER}\n${LINES.join('\n')}\n`);
    const result = await buildCommand(options({ data, out: join(folder, 'one') }));
    expect(result.ok).toBe(true);
    expect(connected).not.toHaveBeenCalled();
    expect(asked).not.toHaveBeenCalled();
    await buildCommand(options({ data: write('loans.csv.gz', gzipSync(readFileSync(data))), out: join(folder, 'two') }));
    expect(read('two', 'card.json')).toBe(read('one', 'card.json'));
    const named = (text: string): string => text.replaceAll('loans.csv.gz', 'loans.csv');
    expect(named(read('two', 'metrics.json'))).toBe(named(read('one', 'metrics.json')));
    expect(named(read('two', 'report.html'))).toBe(named(read('one', 'report.html')));
    expect(
      readFileSync(join(folder, 'one', 'report.pdf'))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const card = JSON.parse(read('one', 'card.json')) as { attributes: { name: string }[] };
    expect(card.attributes.map((a) => a.name).sort()).toEqual(['income', 'shop']);
  });

  test('scores every row in order; hostile values by their documented bin, a ragged row with its refusal', async () => {
    const data = write('new.csv', 'shop,income,extra\nOWN,12,x\n"RENT, monthly",twelve,\nCASTLE,,\nOWN\n,1e12,y\nOWN,-5,z\n');
    const out = join(folder, 'pred.csv');
    await scoreCommand({ card: join(folder, 'one', 'card.json'), data, out });
    const [header, ...lines] = readFileSync(out, 'utf8').trimEnd().split('\n');
    expect(header).toBe('pd,score,reason1,reason2,reason3,reason4,refusal');
    expect(lines).toHaveLength(6);
    expect(lines[3]).toBe(',,,,,,scorecard.row_ragged');
    for (const line of lines.filter((_, i) => i !== 3)) expect(line).toMatch(/^0\.\d+,-?\d+(,[\w]*){4},$/);
    await scoreCommand({ card: join(folder, 'one', 'card.json'), data, out, words: 'en' });
    expect(readFileSync(out, 'utf8')).toContain('income: not provided');
  });

  test('exports SQL, PMML and JSON; monitors by month and finds its own training months quiet', async () => {
    const card = join(folder, 'one', 'card.json');
    expect(exportCommand({ card, sql: true, table: 'bank.applications' }).text).toContain('from "bank"."applications" as source');
    expect(exportCommand({ card, pmml: true, table: '' }).text).toContain('reasonCodeAlgorithm="pointsBelow"');
    expect(JSON.parse(exportCommand({ card, json: true, table: '' }).text)).toEqual(JSON.parse(read('one', 'card.json')));
    const monitored = await monitorCommand({ card, data: join(folder, 'loans.csv'), month: 'month', out: join(folder, 'drift') });
    expect(monitored.ok).toBe(true);
    expect(monitored.text.match(/PSI/g)).toHaveLength(6);
    const moved = LINES.map((line) => line.replace(/^(\d+),[^,]*,/, '$1,0.5,'));
    const alarmed = await monitorCommand({ card, data: write('moved.csv', `${HEADER}\n${moved.join('\n')}\n`), month: 'month' });
    expect(alarmed.ok).toBe(false);
    expect(alarmed.text).toContain('income: act');
    const outcomes = await monitorCommand({ card, data: join(folder, 'loans.csv'), month: 'month', target: 'outcome', bad: 'bad' });
    expect(outcomes.text.match(/bad rate [\d.]+% {2}mean PD [\d.]+% {2}Gini/g)).toHaveLength(6);
    const reference = await monitorCommand({ card, data: join(folder, 'moved.csv'), month: 'month', reference: join(folder, 'moved.csv') });
    expect([reference.ok, reference.text.includes('against the reference rows')]).toEqual([true, true]);
  });

  test('S1-13 out of time: rows up to the date train, later ones are the test; settings, directions, cuts, groups and folds are taken', async () => {
    const data = join(folder, 'loans.csv');
    const out = join(folder, 'time');
    await buildCommand(
      options({
        data,
        out,
        drop: [],
        oot: 'month:2026-04',
        cuts: ['income=5,10'],
        groups: ['shop=OWN'],
        set: ['pdo=20'],
        monotone: true,
        folds: '3',
      }),
    );
    const card = JSON.parse(read('time', 'card.json')) as {
      pdo: number;
      attributes: { name: string; bins: { lo?: number | null; values?: string[] }[] }[];
    };
    expect(card.pdo).toBe(20);
    expect(card.attributes.find((a) => a.name === 'income')?.bins.flatMap((b) => b.lo ?? [])).toEqual([5, 10]);
    expect(card.attributes.find((a) => a.name === 'shop')?.bins.flatMap((b) => b.values ?? [])).toEqual(['OWN']);
    const metrics = JSON.parse(read('time', 'metrics.json')) as {
      samples: { sample: string; rows: number }[];
      crossValidation: { folds: { rows: number }[]; mean: { auc: number } };
    };
    expect(metrics.samples.map((s) => [s.sample, s.rows])).toEqual([
      ['train', 800],
      ['out_of_time', 400],
    ]);
    expect(metrics.crossValidation.folds.map((f) => f.rows).reduce((a, b) => a + b)).toBe(800);
    expect(metrics.crossValidation.mean.auc).toBeGreaterThan(0.55);
    expect(read('time', 'report.html')).toContain('Cross-validation (3 folds');
  });

  test('recalibrates to a central tendency, to recent outcomes and to their spread; points stay, old and new PDs are told', async () => {
    const card = join(folder, 'one', 'card.json');
    const data = join(folder, 'loans.csv');
    const to = (name: string, more: object) => recalibrateCommand({ card, data, out: join(folder, name), cardVersion: '1.1.0', ...more });
    const scores = async (name: string): Promise<{ score: number[]; mean: number }> => {
      await scoreCommand({ card: name, data, out: join(folder, 'again.csv') });
      const lines = read('again.csv')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',').map(Number));
      return { score: lines.map((l) => l[1] ?? 0), mean: lines.reduce((sum, l) => sum + (l[0] ?? 0), 0) / lines.length };
    };
    const before = await scores(card);
    const level = await to('level.json', { rate: '0.05' });
    expect(level.text).toMatch(/mean PD \d+\.\d\d% to 5\.00%.*points unchanged/);
    const after = await scores(join(folder, 'level.json'));
    expect(after.score).toEqual(before.score);
    expect(after.mean).toBeCloseTo(0.05, 9);
    expect(JSON.parse(read('level.json'))).toMatchObject({ version: '1.1.0', recalibrated: { from: '1.0.0', rows: 1200, rate: 0.05, slope: 1 } });
    const spread_ = (await to('slope.json', { card: join(folder, 'level.json'), cardVersion: '1.2.0', target: 'outcome', bad: 'bad', slope: true }))
      .data as { meanAfter: number; slope: number; errorBefore: number; errorAfter: number };
    const observed = LINES.filter((l) => l.endsWith('bad')).length / LINES.length;
    expect(spread_.meanAfter).toBeCloseTo(observed, 6);
    expect(spread_.slope).not.toBe(1);
    expect(spread_.errorAfter).toBeLessThan(spread_.errorBefore);
    expect((await scores(join(folder, 'slope.json'))).score).toEqual(before.score);
    expect(await code(to('x.json', { rate: '1.5' }))).toBe('scorecard.option_invalid');
    expect(await code(to('x.json', {}))).toBe('scorecard.option_invalid');
    expect(await code(to('x.json', { rate: '0.1', cardVersion: '1.0.0' }))).toBe('scorecard.option_invalid');
    expect(await code(to('x.json', { target: 'outcome', bad: 'good', slope: true }))).toBe('scorecard.slope_wrong');
  });

  test('a target of shares, such as loss given default, is built on, told as such, and scored', { timeout: 60_000 }, async () => {
    const lines = Array.from({ length: 1500 }, (_, i) => {
      const cover = Math.floor(spread(i, 1) * 100);
      return `${cover},${(Math.max(0, 1 - cover / 100) * spread(i, 2)).toFixed(4)}`;
    });
    const data = write('lgd.csv', `cover,lgd\n${lines.join('\n')}\n`);
    const { bad: _, ...plain } = options({ data });
    const shares = { ...plain, target: 'lgd', share: true, drop: [], out: join(folder, 'lgd') };
    expect((await buildCommand(shares)).text).toMatch(/mean share 0\.2\d+, expected 0\.2\d+, mean distance 0\.\d+, explained [1-9]\d\.\d%/);
    expect(read('lgd', 'report.html')).toContain('The target lgd is a share');
    await scoreCommand({ card: join(folder, 'lgd', 'card.json'), data: write('cover.csv', 'cover\n0\n99\n'), out: join(folder, 'lgd.out') });
    const [none = 0, full = 1] = read('lgd.out')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => Number(line.split(',')[0]));
    expect(none).toBeGreaterThan(0.4);
    expect(full).toBeLessThan(0.1);
    expect(await code(buildCommand({ ...shares, data: write('lgd2.csv', 'cover,lgd\n1,0.5\n2,1.5\n') }))).toBe('scorecard.share_invalid');
    expect(await code(buildCommand({ ...shares, folds: '5' }))).toBe('scorecard.option_invalid');
    expect(await code(buildCommand({ ...shares, bad: '1' }))).toBe('scorecard.option_invalid');
  });

  test('a sample of the rows, read part by part, is built on; the report says so', { timeout: 60_000 }, async () => {
    const data = join(folder, 'loans.csv');
    await buildCommand(options({ data, out: join(folder, 'sampled'), sample: '600' }));
    const metrics = JSON.parse(read('sampled', 'metrics.json')) as { source: { split: string }; samples: { rows: number }[] };
    expect(metrics.source.split).toBe('mod10<7, sample 600');
    expect(metrics.samples.reduce((sum, s) => sum + s.rows, 0)).toBe(600);
    await buildCommand(options({ data: join(folder, 'loans.csv.gz'), out: join(folder, 'sampled2'), sample: '600' }));
    expect(read('sampled2', 'card.json')).toBe(read('sampled', 'card.json'));
    expect(await code(buildCommand(options({ data, sample: 'half' })))).toBe('scorecard.option_invalid');
  });

  test('segments are told in the report, and the card with them is scored and monitored from its file', { timeout: 60_000 }, async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => {
      const [years, staff, turnover] = [Math.floor(spread(i, 1) * 10), Math.floor(spread(i, 2) * 30), Math.floor(spread(i, 4) * 100)];
      const z = years < 3 ? 2.5 - 0.25 * staff : 2.5 - 0.07 * turnover;
      return `${years},${staff},${turnover},2026-0${1 + (i % 6)},${spread(i, 3) < 1 / (1 + Math.exp(-z)) ? 'bad' : 'good'}`;
    });
    const data = write('parted.csv', `years,staff,turnover,month,outcome\n${lines.join('\n')}\n`);
    await buildCommand(options({ data, out: join(folder, 'parted'), segments: '3', segmentBy: ['years'], set: ['segmentMinRows=200'] }));
    const card = join(folder, 'parted', 'card.json');
    expect(JSON.parse(read('parted', 'card.json')).segmentation.splits[0].name).toBe('years');
    const metrics = JSON.parse(read('parted', 'metrics.json')) as { segments: { rows: number }[] };
    expect(metrics.segments.reduce((sum, s) => sum + s.rows, 0)).toBe(900);
    expect(read('parted', 'report.html')).toContain('Splits tried, judged on rows not seen');
    await scoreCommand({ card, data, out: join(folder, 'parted.out') });
    expect(read('parted.out').trimEnd().split('\n')).toHaveLength(3001);
    expect((await monitorCommand({ card, data, month: 'month' })).ok).toBe(true);
    expect(await code(buildCommand(options({ data, segments: '1' })))).toBe('scorecard.option_invalid');
  });

  test('protected columns are no inputs unless asked for, and are told in the fairness report; rejects need a multiplier', {
    timeout: 60_000,
  }, async () => {
    const rows = LINES.map((line, i) => `${i % 5 === 4 ? line.replace(/(good|bad)$/, '') : line},${spread(i, 6) < 0.5 ? 'F' : 'M'}`);
    const data = write('people.csv', `${HEADER},gender\n${rows.join('\n')}\n`);
    await buildCommand(options({ data, out: join(folder, 'people'), rejects: 'fuzzy:2' }));
    const metrics = JSON.parse(read('people', 'metrics.json')) as {
      record: { dropped: { name: string; why: string }[] };
      fairness: { attribute: string; groups: { group: string }[] }[];
      rejectInference: { rejects: number; multiplier: number; sensitivity: unknown[] };
    };
    expect(metrics.record.dropped).toContainEqual(expect.objectContaining({ name: 'gender', why: 'protected' }));
    expect(metrics.fairness.map((f) => [f.attribute, f.groups.map((g) => g.group).sort()])).toEqual([['gender', ['F', 'M']]]);
    expect(metrics.rejectInference).toMatchObject({ rejects: 240, multiplier: 2 });
    expect(metrics.rejectInference.sensitivity.length).toBeGreaterThan(3);
    expect(await code(buildCommand(options({ data, rejects: 'fuzzy:0' })))).toBe('scorecard.option_invalid');
    expect(await code(buildCommand(options({ data: join(folder, 'loans.csv'), rejects: 'fuzzy:2' })))).toBe('scorecard.no_rejects');
  });

  test.each<[string, string | Uint8Array, Partial<BuildOptions>, string]>([
    ['an empty file', '', {}, 'scorecard.file_empty'],
    ['a ragged row', `${HEADER}\n1,2\n`, {}, 'scorecard.row_ragged'],
    ['another encoding', new Uint8Array([...Buffer.from(`${HEADER}\n1,2,`), 0xc9, 0xcc, ...Buffer.from(',2026-01,bad\n')]), {}, 'scorecard.encoding'],
    ['one outcome only', `${HEADER}\n${LINES.map((l) => l.replace(/good$/, 'bad')).join('\n')}\n`, {}, 'scorecard.one_class'],
    ['a value no loan has', `${HEADER}\n${LINES.join('\n')}\n`, { bad: 'worst' }, 'scorecard.bad_value_unknown'],
    ['a column that is not there', `${HEADER}\n${LINES.join('\n')}\n`, { drop: ['wealth'] }, 'scorecard.column_unknown'],
    ['a split without test rows', `${HEADER}\n${LINES.join('\n')}\n`, { split: 'mod10<10' }, 'scorecard.split_empty'],
    ['a setting that is none', `${HEADER}\n${LINES.join('\n')}\n`, { set: ['depth=3'] }, 'scorecard.option_invalid'],
    ['a weight below zero', `${HEADER},w\n${LINES.map((l) => `${l},-1`).join('\n')}\n`, { weight: 'w' }, 'scorecard.weight_invalid'],
  ])('%s is refused', async (_, text, more, refusal) => {
    expect(await code(buildCommand(options({ data: write('hostile.csv', text), ...more })))).toBe(refusal);
  });

  test('a file that is not there, a damaged gzip and a card that is none are refused', async () => {
    expect(await code(buildCommand(options({ data: join(folder, 'none.csv') })))).toBe('scorecard.file_missing');
    expect(await code(buildCommand(options({ data: write('half.csv.gz', gzipSync(LINES.join('\n')).subarray(0, 900)) })))).toBe(
      'scorecard.file_damaged',
    );
    const card = write('card.json', '{"id":"x"}');
    expect(await code(scoreCommand({ card, data: join(folder, 'loans.csv'), out: join(folder, 'p.csv') }))).toBe('scorecard.card_invalid');
  });
});
