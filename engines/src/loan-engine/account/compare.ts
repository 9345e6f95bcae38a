import { type Case, type CaseResult, resultOf } from './case-file.ts';

type Table = readonly Record<string, unknown>[];
export type Expected = {
  readonly expectedSchedule?: Table | null;
  readonly expectedTransactions?: Table | null;
  readonly expectedLoan?: Record<string, unknown> | null;
};
export type Verdict = { readonly id: string; readonly family: string; readonly match: boolean; readonly difference: string | null; readonly result: CaseResult | null };

/** `replayed` tells how another engine stored a line, and is no figure of the loan. */
const LEFT_OUT = ['replayed'];

function differenceIn(name: string, expected: Table, got: Table): string | null {
  if (expected.length !== got.length) return `${name}: ${got.length} rows, expected ${expected.length}`;
  for (const [k, line] of expected.entries()) {
    for (const [field, value] of Object.entries(line)) {
      const own = got[k]?.[field];
      if (value !== null && value !== undefined && !LEFT_OUT.includes(field) && own !== value) return `${name} ${k + 1}, ${field}: ${String(own)}, expected ${String(value)}`;
      if (value === null && field === 'paidOn' && own !== null && line.paid !== null) return `${name} ${k + 1}, ${field}: ${String(own)}, expected none`;
    }
  }
  return null;
}

/** The first cell that differs from what is expected, null when nothing does. */
export function firstDifference(result: CaseResult, expected: Expected): string | null {
  const schedule = expected.expectedSchedule ? differenceIn('schedule', expected.expectedSchedule, result.schedule) : null;
  const transactions = expected.expectedTransactions ? differenceIn('transaction', expected.expectedTransactions, result.transactions) : null;
  const loan = expected.expectedLoan ? differenceIn('loan', [expected.expectedLoan], [result.loan]) : null;
  return schedule ?? transactions ?? loan;
}

/** Plays a case and compares it; a case that cannot be played says why and stops nothing. */
export function judge(c: Case & Expected): Verdict {
  try {
    const result = resultOf(c);
    const difference = firstDifference(result, c);
    return { id: c.id, family: c.family, match: difference === null, difference, result };
  } catch (error) {
    return { id: c.id, family: c.family, match: false, difference: String(error instanceof Error ? error.message : error), result: null };
  }
}
