import { describe, expect, test } from 'vitest';
import { creditBytes, haveCreditData } from '../../../../bench/credit/sets.ts';
import { auc, countByBin, countByEdges, informationValue, ks, psi, quantileEdges } from './index.ts';

/** Columns of a data file by name; quoted cells may hold commas. */
function columns(file: string): Map<string, string[]> {
  const lines = Buffer.from(creditBytes(file)).toString('utf8').trim().split(/\r?\n/);
  const cells = lines.map((line) =>
    line.includes('"') ? [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((m) => m[1] ?? m[2] ?? '') : line.split(','),
  );
  return new Map(cells[0]?.map((name, j) => [name, cells.slice(1).map((row) => row[j] ?? '')]));
}
const numbers = (texts: readonly string[] = []): Float64Array => Float64Array.from(texts, (t) => (t === '' ? Number.NaN : Number(t)));
const flags = (texts: readonly string[] = [], bad: string): Uint8Array => Uint8Array.from(texts, (t) => (t === bad ? 1 : 0));
const codes = (texts: readonly string[] = []): { codes: Uint16Array; size: number } => {
  const levels = [...new Set(texts)];
  return { codes: Uint16Array.from(texts, (t) => levels.indexOf(t)), size: levels.length };
};

describe.skipIf(!haveCreditData)('exact figures of the shared data', () => {
  test('information value of the German categories as they stand', () => {
    const german = columns('german_credit.csv');
    const bad = flags(german.get('creditability'), 'bad');
    const published = {
      status_of_existing_checking_account: 0.666012,
      credit_history: 0.293234,
      savings_account_and_bonds: 0.19601,
      property: 0.112638,
      present_employment_since: 0.086434,
      housing: 0.083293,
      other_installment_plans: 0.057615,
      foreign_worker: 0.043877,
      other_debtors_or_guarantors: 0.032019,
      personal_status_and_sex: 0.00884,
      job: 0.008763,
      telephone: 0.006378,
      purpose: 0.169195,
    };
    for (const [name, iv] of Object.entries(published)) {
      const column = codes(german.get(name));
      expect([name, informationValue(countByBin(column.codes, bad, column.size))]).toEqual([name, expect.closeTo(iv, 6)]);
    }
  });

  test('AUC and KS of raw columns, HMEQ and Taiwan', () => {
    const hmeq = columns('hmeq.csv');
    const taiwan = columns('taiwan_card.csv.gz');
    const of = (set: typeof hmeq, target: string, rows: readonly (readonly [string, number, number])[]) => {
      const bad = flags(set.get(target), '1');
      for (const [name, area, distance] of rows) {
        const risk = numbers(set.get(name));
        expect([name, auc(risk, bad), ks(risk, bad)]).toEqual([name, expect.closeTo(area, 6), expect.closeTo(distance, 6)]);
      }
    };
    of(hmeq, 'BAD', [
      ['DELINQ', 0.672012, 0.321604],
      ['DEROG', 0.616189, 0.224946],
      ['CLAGE', 0.364665, 0.219163],
      ['DEBTINC', 0.65089, 0.264832],
      ['LOAN', 0.421697, 0.138601],
      ['NINQ', 0.601897, 0.159137],
    ]);
    of(taiwan, 'default_next_month', [
      ['PAY_0', 0.68971, 0.371675],
      ['LIMIT_BAL', 0.382197, 0.181856],
      ['AGE', 0.503579, 0.034004],
      ['PAY_AMT1', 0.388683, 0.151584],
    ]);
  });

  test('PSI of LendingClub 2018, the second half year against the first', () => {
    const loans = columns('lendingclub_2018.csv.gz');
    const early = (loans.get('issue_d') ?? []).map((month) => month <= '2018-06');
    const published: Readonly<Record<string, readonly [number, number]>> = {
      dti: [0.001205, 10],
      annual_inc: [0.006741, 10],
      revol_bal: [0.001384, 10],
      all_util: [0.002844, 10],
      inq_last_12m: [0.000855, 7],
      mort_acc: [0.001168, 6],
      total_bc_limit: [0.004525, 10],
    };
    for (const [name, [figure, bins]] of Object.entries(published)) {
      const values = numbers(loans.get(name));
      const [expected, actual] = [values.filter((_, i) => early[i]), values.filter((_, i) => !early[i])];
      const edges = quantileEdges(expected);
      expect([name, edges.length + 1, psi(countByEdges(expected, edges), countByEdges(actual, edges))]).toEqual([
        name,
        bins,
        expect.closeTo(figure, 6),
      ]);
    }
    const flag = Uint8Array.from(early, (e) => (e ? 0 : 1));
    for (const [name, figure] of Object.entries({ grade: 0.013832, purpose: 0.007425, term: 0.000427 })) {
      const column = codes(loans.get(name));
      const counts = countByBin(column.codes, flag, column.size);
      expect([
        name,
        psi(
          counts.map((c) => c.good),
          counts.map((c) => c.bad),
        ),
      ]).toEqual([name, expect.closeTo(figure, 6)]);
    }
  });
});
