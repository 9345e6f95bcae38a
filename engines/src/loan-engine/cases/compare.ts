import type { Case } from './case-file.ts';
import { type CaseResult, resultOf } from './tables.ts';

type Cell = string | number | boolean | null | undefined;
type Line = Readonly<Record<string, Cell>>;
type Expected = {
  readonly expectedSchedule?: readonly Line[] | null;
  readonly expectedTransactions?: readonly Line[] | null;
  readonly expectedLoan?: Line | null;
};
export type Verdict = {
  readonly id: string;
  readonly family: string;
  /** `played`: the case expects nothing, so there is nothing to match. */
  readonly verdict: 'match' | 'differs' | 'played';
  readonly difference: string | null;
  readonly result: CaseResult | null;
};

function cellDiffers(field: string, expected: Cell, own: Cell, line: Line): boolean {
  if (expected === undefined) return false;
  // An empty cell asks for nothing, except the day a row was met on a table that shows payments.
  if (expected === null) return field === 'paidOn' && own !== null && line.paid !== null;
  return own !== expected;
}

function differenceIn(name: string, expected: readonly Line[], got: readonly Line[]): string | null {
  if (expected.length !== got.length) return `${name}: ${got.length} rows, expected ${expected.length}`;
  for (const [k, line] of expected.entries()) {
    const cell = Object.entries(line).find(([field, value]) => cellDiffers(field, value, got[k]?.[field], line));
    if (cell !== undefined) return `${name} ${k + 1}, ${cell[0]}: ${String(got[k]?.[cell[0]])}, expected ${String(cell[1] ?? 'none')}`;
  }
  return null;
}

function firstDifference(result: CaseResult, expected: Expected): string | null {
  const schedule = expected.expectedSchedule ? differenceIn('schedule', expected.expectedSchedule, result.schedule) : null;
  const transactions = expected.expectedTransactions ? differenceIn('transaction', expected.expectedTransactions, result.transactions) : null;
  const loan = expected.expectedLoan ? differenceIn('loan', [expected.expectedLoan], [result.loan]) : null;
  return schedule ?? transactions ?? loan;
}

/** Plays one line of a case file and compares it with what it expects. A case that cannot be played says why and stops nothing. */
export function judgeCase(line: string): Verdict {
  const c = JSON.parse(line) as Case & Expected;
  const { id, family } = c;
  try {
    const result = resultOf(c);
    if (!c.expectedSchedule && !c.expectedTransactions && !c.expectedLoan) return { id, family, verdict: 'played', difference: null, result };
    const difference = firstDifference(result, c);
    return { id, family, verdict: difference === null ? 'match' : 'differs', difference, result };
  } catch (error) {
    return { id, family, verdict: 'differs', difference: error instanceof Error ? error.message : String(error), result: null };
  }
}
