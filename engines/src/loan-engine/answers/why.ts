import { type CalendarDate, displayMoney, divRound, type EpochDay, formatPercent, fromEpochDay, must, PPM } from '@tallystick/kernel';
import { type Book, interestBase, owed, type Stretch, stretchesTo } from '../book/book.ts';
import { instalmentCharges } from '../book/charges.ts';
import type { LoanEvent } from '../book/events.ts';
import { EXACT } from '../book/plan.ts';
import { bookOf } from '../book/replay.ts';
import { YEAR } from '../terms/periods.ts';
import { refuse } from '../terms/refusals.ts';
import type { Bucket, LoanTerms } from '../terms/terms.ts';

/** One line of the working of an amount. The lines of a bucket add up to what the row owes of it. */
export type WorkingLine = {
  readonly bucket: Bucket;
  /** Rule of the handbook, or `terms` where the contract alone says so. */
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
  /** The sum itself, without words: "110,272.03 × 6.0000% × 30/360 = 551.3602". */
  readonly formula: string;
  readonly minor: bigint;
};
export type Working = { readonly no: number; readonly lines: readonly WorkingLine[] };

const WORDS = {
  interest: {
    rule: 'REP-04',
    bucket: 'interest',
    zh: '{from} 至 {to} 利息（算头不算尾）',
    en: 'Interest from {from} to {to} (last day not counted)',
  },
  penalty: { rule: 'REP-08', bucket: 'penalty', zh: '{from} 至 {to} 逾期本金罚息', en: 'Penalty interest on overdue principal from {from} to {to}' },
  compound: { rule: 'REP-08', bucket: 'penalty', zh: '{from} 至 {to} 欠息复利', en: 'Compound interest on unpaid interest from {from} to {to}' },
  misuse: { rule: 'REP-08', bucket: 'penalty', zh: '{from} 至 {to} 挪用罚息', en: 'Penalty interest on misused money from {from} to {to}' },
  fee: { rule: 'APR-10', bucket: 'fee', zh: '{from} 费用', en: 'Fee of {from}' },
} as const;

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** A part of a year as people write it: over 360, 365 or 12 where that is a whole number, else in lowest terms. */
function partText(part: number): string {
  for (const base of [12, 360, 365, 366, 364]) if (part % (YEAR / base) === 0) return `${part / (YEAR / base)}/${base}`;
  const unit = gcd(part, YEAR);
  return `${part / unit}/${YEAR / unit}`;
}

/** Up to four places more than a minor unit, cut: shows what was rounded away. */
function exactText(numerator: bigint, denominator: bigint): string {
  const scaled = (numerator * 10_000n) / denominator;
  return `${displayMoney(scaled / 10_000n)}${(scaled % 10_000n).toString().padStart(4, '0')}`;
}

const fillIn = (text: string, from: EpochDay, to: EpochDay): string => text.replace('{from}', fromEpochDay(from)).replace('{to}', fromEpochDay(to));

/** The rate of a stretch: plain, with its uplift (ppm²), the uplift alone for misuse, or the cap of the contract. */
function penaltyPpm(terms: LoanTerms, s: Stretch): bigint {
  if (s.what === 'misuse') return s.ppm * s.uplift;
  if (s.what === 'interest' || s.what === 'fee') return s.ppm;
  const rate = s.ppm * (PPM + s.uplift);
  const cap = (terms.penaltyCapPpm ?? 0n) * PPM;
  return cap > 0n && rate > cap ? cap : rate;
}
function rateText(terms: LoanTerms, s: Stretch): string {
  const rate = `${formatPercent(s.ppm)}%`;
  if (s.what === 'misuse') return `${rate} × ${formatPercent(s.uplift)}%`;
  if (s.what === 'interest') return rate;
  const full = s.ppm * (PPM + s.uplift);
  return penaltyPpm(terms, s) < full ? `${formatPercent(terms.penaltyCapPpm ?? 0n)}%` : `${rate} × (1 + ${formatPercent(s.uplift)}%)`;
}

/** One line: a stretch and its share of the rounded sum. */
function lineOf(terms: LoanTerms, s: Stretch, own: bigint, denominator: bigint, minor: bigint): WorkingLine {
  const { bucket, rule, zh, en } = WORDS[s.what];
  const sum = `${displayMoney(s.base)} × ${rateText(terms, s)} × ${partText(s.part)} = ${exactText(own, denominator)}`;
  return { bucket, rule, zh: fillIn(zh, s.from, s.to), en: fillIn(en, s.from, s.to), formula: s.what === 'fee' ? displayMoney(s.base) : sum, minor };
}

/**
 * Lines of the stretches that are rounded together. Their exact sums are added up and rounded once; each line shows its share of that
 * rounded sum, so the lines add up to the amount.
 */
function stretchLines(terms: LoanTerms, stretches: readonly Stretch[], together: readonly Stretch['what'][]): WorkingLine[] {
  const late = together.includes('penalty') || together.includes('compound');
  const denominator = late ? EXACT * PPM : EXACT;
  let exact = 0n;
  let shown = 0n;
  return stretches
    .filter((s) => together.includes(s.what))
    .map((s) => {
      const own = s.what === 'fee' ? s.base * denominator : s.base * penaltyPpm(terms, s) * BigInt(s.part);
      exact += own;
      const rounded = divRound(exact, denominator, terms.rounding);
      const minor = rounded - shown;
      shown = rounded;
      return lineOf(terms, s, own, denominator, minor);
    });
}

/** The stretches from the last change of the balance to the due day, for a row that has not fallen due. */
function openStretches(book: Book, row: number): Stretch[] {
  let base = interestBase(book);
  if (book.terms.method !== 'flat') for (let j = book.fallen; j < row; j += 1) base -= owed(book, j, 'principal');
  const from = row === book.fallen ? book.earnedTo : must(book.periods.from[row], 'row');
  return stretchesTo(book, row, from, must(book.periods.due[row], 'row'), base);
}

/** What a row to come will be charged as it falls due. */
function chargesToCome(book: Book, row: number): Stretch[] {
  const base = instalmentCharges(book, row);
  const due = must(book.periods.due[row], 'row');
  return base === 0n ? [] : [{ row, what: 'fee', from: due, to: due, base, ppm: 0n, uplift: 0n, part: 0 }];
}

const PRINCIPAL = {
  rest: { rule: 'REP-01', zh: '末期归还全部剩余本金', en: 'The last row repays all remaining principal' },
  level: { rule: 'REP-01', zh: '期供减当期利息', en: 'Instalment less the interest of the period' },
  down: { rule: 'terms', zh: '首付，放款当日到期', en: 'Down payment, due on the disbursement day' },
  share: { rule: 'REP-02', zh: '本金均分', en: 'Equal share of the principal' },
} as const;

function principalLines(book: Book, row: number): WorkingLine[] {
  const minor = owed(book, row, 'principal');
  if (minor === 0n) return [];
  const { terms } = book;
  const down = must(book.periods.due[row], 'row') === must(book.periods.from[row], 'row') && row === 0 && (terms.downPaymentPpm ?? 0n) > 0n;
  const kind = down ? 'down' : row === book.table.rows - 1 ? 'rest' : terms.method === 'equal_principal' ? 'share' : 'level';
  const interest = owed(book, row, 'interest');
  const formula = kind === 'level' ? `${displayMoney(minor + interest)} − ${displayMoney(interest)} = ${displayMoney(minor)}` : displayMoney(minor);
  return [{ bucket: 'principal', ...PRINCIPAL[kind], formula, minor }];
}

const REMAINDER = {
  flat: { rule: 'REP-01', zh: '利息总额尾差归入末期', en: 'Rounding difference of the total interest' },
  putOff: { rule: 'terms', zh: '利息宽限期内的利息推迟到宽限期后首期', en: 'Interest put off by the grace, due with the first row after it' },
} as const;

/** What a row's interest differs by from its own stretches: a flat loan's rounding difference, or interest the grace puts off. */
function remainderLine(book: Book, row: number, lines: readonly WorkingLine[]): WorkingLine[] {
  const minor = owed(book, row, 'interest') - lines.reduce((total, line) => total + line.minor, 0n);
  if (minor === 0n) return [];
  const words = book.terms.method === 'flat' ? REMAINDER.flat : REMAINDER.putOff;
  return [{ bucket: 'interest', ...words, formula: displayMoney(minor), minor }];
}

/** What the cap on the cost of the loan has taken off a row's penalties. */
function capLine(book: Book, row: number, lines: readonly WorkingLine[]): WorkingLine[] {
  const minor = owed(book, row, 'penalty') - lines.reduce((total, line) => total + line.minor, 0n);
  if (minor === 0n || book.terms.costCapPpm === undefined) return [];
  const en = 'Left out: beyond the cap on the cost of the loan';
  return [{ bucket: 'penalty', rule: 'APR-07', zh: '超出综合成本上限的部分不收', en, formula: displayMoney(minor), minor }];
}

/**
 * Why row `no` of the position on `asOf` owes what it owes: lines that add up, bucket by bucket, to its amounts (before payments and
 * waivers). Computed on demand, so a plain replay carries none of it. Refuses loan.row_missing and what replay refuses.
 */
export function whyRow(terms: LoanTerms, events: readonly LoanEvent[], asOf: CalendarDate, no: number): Working {
  const book = bookOf(terms, events, asOf, true);
  const row = no - 1;
  if (book.disbursed === 0n || !(Number.isInteger(row) && row >= 0 && row < book.table.rows))
    throw refuse('loan.row_missing', { field: 'no', facts: { no } });
  const stretches = (book.stretches ?? []).filter((s) => s.row === row);
  if (row >= book.fallen) stretches.push(...openStretches(book, row), ...chargesToCome(book, row));
  const interest = stretchLines(terms, stretches, ['interest']);
  const lines = [...principalLines(book, row), ...interest, ...remainderLine(book, row, interest)];
  const late = [...stretchLines(terms, stretches, ['penalty', 'misuse']), ...stretchLines(terms, stretches, ['compound'])];
  lines.push(...late, ...capLine(book, row, late), ...stretchLines(terms, stretches, ['fee']));
  return { no, lines };
}

/** Why a row of the plan is what it is, before anything is paid out. */
export function whyPlanRow(terms: LoanTerms, no: number): Working {
  return whyRow(terms, [{ on: terms.start, seq: 0, kind: 'disburse', amountMinor: terms.principalMinor }], terms.start, no);
}
