import { assert, type CalendarDate, divRound, type EpochDay, fromEpochDay, must, PPM, toEpochDay } from '@tallystick/kernel';
import { type Periods, periodsOf, YEAR } from '../terms/periods.ts';
import { agreedTimeline, type Timeline, yieldBetween } from '../terms/rates.ts';
import { checkTerms, type LoanTerms } from '../terms/terms.ts';

/** What an exact interest sum (amount × ppm × parts of a year) is divided by, once. */
export const EXACT = PPM * BigInt(YEAR);

/** The rows still alive, as columns. `instalment` is the level amount (equal principal: the level principal) last agreed. */
export type Table = { rows: number; instalment: bigint; readonly principal: bigint[]; readonly interest: bigint[]; readonly putOff: bigint[] };

/** Where a table is (re)filled from: the running row, what is lent from here on, and interest that row has earned already. */
export type Opening = {
  readonly row: number;
  readonly balance: bigint;
  /** Interest the row earned before, exact (over EXACT), and the day it was earned up to. */
  readonly earned: bigint;
  readonly earnedTo: EpochDay;
  readonly timeline: Timeline;
  /** Keep the agreed instalment and let the loan end earlier. */
  readonly keepInstalment: boolean;
};

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const big = (column: readonly bigint[], row: number): bigint => must(column[row], 'row within the table');

/** What a whole row earns on one unit. */
function rowYield(terms: LoanTerms, periods: Periods, timeline: Timeline, row: number): bigint {
  if (timeline.length === 1) return terms.ratePpm * BigInt(must(periods.part[row], 'part'));
  return yieldBetween(terms, periods, timeline, row, must(periods.from[row], 'row'), must(periods.due[row], 'row'));
}

/** First row that repays principal. 先息后本 is a loan whose rows all but the last are free of principal (REP-03). */
function firstAmortising(terms: LoanTerms, periods: Periods): number {
  return terms.method === 'interest_only' ? periods.due.length - 1 : downRows(terms) + (terms.gracePrincipal ?? 0);
}
const downRows = (terms: LoanTerms): number => ((terms.downPaymentPpm ?? 0n) > 0n ? 1 : 0);
const isFree = (terms: LoanTerms, row: number): boolean => terms.principalFreeRows?.includes(row + 1 - downRows(terms)) === true;

/** Weights of instalments are whole numbers over this. */
const WEIGHT = 10n ** 12n;
/** What a row pays of the level amount: all of it, nothing when free of principal, or its step. */
function weightOf(terms: LoanTerms, row: number): bigint {
  const { shape } = terms;
  if (isFree(terms, row)) return 0n;
  if (shape?.kind !== 'step') return WEIGHT;
  const steps = BigInt(Math.floor((row - downRows(terms)) / shape.every));
  return divRound((PPM + shape.ppm) ** steps * WEIGHT, PPM ** steps, 'half_even');
}
const isEven = (terms: LoanTerms): boolean => terms.shape?.kind !== 'step' && terms.principalFreeRows === undefined;

/**
 * The level instalment (REP-01): A = V·∏g / Σ∏g over the rows' own growth factors g = 1 + rate × part, which for equal periods is
 * P·r·(1+r)^n / ((1+r)^n − 1). V is the debt at the first of the rows. Exact fractions (small ones: common factors are taken
 * out first), one rounding.
 */
function annuity(terms: LoanTerms, periods: Periods, timeline: Timeline, first: number, last: number, debtExact: bigint): bigint {
  const yields: bigint[] = [];
  for (let j = first + 1; j <= last; j += 1) yields.push(rowYield(terms, periods, timeline, j));
  const even = isEven(terms);
  let unit = EXACT;
  for (const [k, y] of yields.entries()) if (k === 0 || y !== yields[k - 1]) unit = gcd(y, unit);
  const base = EXACT / unit;
  const equal = yields[0];
  if (even && equal !== undefined && equal > 0n && terms.shape === undefined && yields.every((y) => y === equal)) {
    // Equal rows: Σ is a geometric sum, so two powers do.
    const factor = base + equal / unit;
    const n = BigInt(yields.length);
    const power = factor ** n;
    return divRound(debtExact * power * (factor - base), EXACT * (power * factor - base ** (n + 1n)), terms.rounding);
  }
  let growth = 1n;
  let scale = 1n;
  let total = even ? 1n : weightOf(terms, first);
  for (const [k, y] of yields.entries()) {
    const weight = even ? 1n : weightOf(terms, first + 1 + k);
    // A row free of principal pays its interest, so the debt does not grow over it.
    const factor = weight === 0n ? base : base + y / unit;
    growth *= factor;
    scale *= base;
    total = total * factor + weight * scale;
  }
  // Every open row is free of principal: the last one repays it all whatever the amount is.
  if (total === 0n) return 0n;
  const balloon = terms.shape?.kind === 'balloon' ? terms.shape.minor : 0n;
  const debt = (debtExact * growth - balloon * EXACT * scale) * (even ? 1n : WEIGHT);
  return divRound(debt, EXACT * total, terms.rounding);
}

const toMultiple = (terms: LoanTerms, amount: bigint): bigint => {
  const unit = terms.instalmentMultipleMinor ?? 1n;
  return unit === 1n ? amount : divRound(amount, unit, terms.rounding) * unit;
};

/** Interest of a row whose balance stays from here to its due day, exact: what it earned before, and the rest of its part. */
function rowInterest(terms: LoanTerms, periods: Periods, opening: Opening, row: number, balance: bigint): bigint {
  const { timeline, earnedTo } = opening;
  if (row !== opening.row) return balance * rowYield(terms, periods, timeline, row);
  return opening.earned + balance * yieldBetween(terms, periods, timeline, row, earnedTo, must(periods.due[row], 'row'));
}

/** All interest of a flat loan from `first` on: on the amount lent throughout, rounded once. */
function flatInterest(terms: LoanTerms, periods: Periods, timeline: Timeline, lent: bigint, first: number, rows: number): bigint {
  let earned = 0n;
  for (let j = first; j < rows; j += 1) earned += rowYield(terms, periods, timeline, j);
  return divRound(lent * earned, EXACT, terms.rounding);
}

/** The agreed level amount for the open rows, before any evening-out. */
function levelAmount(terms: LoanTerms, periods: Periods, opening: Opening, rows: number): bigint {
  const first = Math.max(opening.row, Math.min(firstAmortising(terms, periods), rows - 1));
  const open = BigInt(rows - first);
  const { balance } = opening;
  if (terms.shape?.kind === 'fixed_share') return divRound(terms.principalMinor * terms.shape.ppm, PPM, terms.rounding);
  if (terms.method === 'equal_principal') return divRound(balance, open, terms.rounding);
  if (terms.method === 'flat')
    return toMultiple(terms, divRound(balance + flatInterest(terms, periods, opening.timeline, balance, first, rows), open, terms.rounding));
  return toMultiple(
    terms,
    annuity(terms, periods, opening.timeline, first, rows - 1, balance * EXACT + rowInterest(terms, periods, opening, first, balance)),
  );
}

/** Principal a row is planned to repay, before it is kept between nothing and the balance. */
function plannedPrincipal(terms: LoanTerms, row: number, amount: bigint, interest: bigint): bigint {
  const { shape } = terms;
  if (shape?.kind === 'custom') return shape.principalMinor[row - downRows(terms)] ?? 0n;
  if (isFree(terms, row)) return 0n;
  if (terms.method === 'equal_principal' || shape?.kind === 'fixed_share') return amount;
  return (shape?.kind === 'step' ? divRound(amount * weightOf(terms, row), WEIGHT, terms.rounding) : amount) - interest;
}

/** The row that asks for the interest put off before it, if the plan reaches it. */
export const askingRow = (terms: LoanTerms): number => (terms.graceInterest ?? 0) + downRows(terms);

/** Interest a row asks for: put off while the interest grace lasts, with what was put off in the first row after it, or in the last row. */
function askedInterest(terms: LoanTerms, table: Table, row: number, earned: bigint, last: boolean): bigint {
  const asking = askingRow(terms);
  if (row > asking || (terms.graceInterest ?? 0) === 0) return earned;
  const waits = row < asking && !last;
  table.putOff[row] = waits ? earned : 0n;
  return waits ? 0n : earned + table.putOff.slice(0, row).reduce((total, p) => total + p, 0n);
}

/** Fills the open rows for one level amount. Principal is never negative and the last row repays the exact balance (REP-01, REP-02). */
function lay(terms: LoanTerms, periods: Periods, table: Table, opening: Opening, amount: bigint): void {
  const grace = firstAmortising(terms, periods);
  const last = table.rows - 1;
  const flat = terms.method === 'flat';
  let flatLeft = flat ? flatInterest(terms, periods, opening.timeline, opening.balance, opening.row, table.rows) : 0n;
  let balance = opening.balance;
  for (let j = opening.row; j <= last; j += 1) {
    const exact = rowInterest(terms, periods, opening, j, flat ? opening.balance : balance);
    const rounded = divRound(exact, EXACT, terms.rounding);
    const interest = flat && (j === last || rounded > flatLeft) ? flatLeft : rounded;
    flatLeft -= interest;
    let principal = j === last ? balance : j < grace ? 0n : plannedPrincipal(terms, j, amount, interest);
    if (principal < 0n) principal = 0n;
    if (principal > balance) principal = balance;
    balance -= principal;
    // A revolving line stays open when nothing is drawn.
    const ends = balance === 0n && terms.revolving !== true && (opening.keepInstalment || opening.balance === 0n);
    table.interest[j] = askedInterest(terms, table, j, interest, ends || j === last);
    table.principal[j] = principal;
    if (ends) {
      table.rows = j + 1;
      break;
    }
  }
  assert(balance === 0n, 'a plan repays all principal');
}

/** Last instalment less the one before it. */
function gapOf(table: Table): bigint {
  const last = table.rows - 1;
  return big(table.principal, last) + big(table.interest, last) - big(table.principal, last - 1) - big(table.interest, last - 1);
}
const abs = (n: bigint): bigint => (n < 0n ? -n : n);

/** Spreads an uneven last instalment over all of them: reference cases, section 3.6. */
function evenOut(terms: LoanTerms, periods: Periods, table: Table, opening: Opening): void {
  const rows = table.rows - opening.row;
  for (let tries = 0; tries < 3; tries += 1) {
    const gap = gapOf(table);
    if (abs(gap) <= BigInt(Math.floor(rows / 2))) return;
    const amount = toMultiple(terms, table.instalment + divRound(gap, BigInt(rows), terms.rounding));
    lay(terms, periods, table, opening, amount);
    if (abs(gapOf(table)) >= abs(gap)) {
      lay(terms, periods, table, opening, table.instalment);
      return;
    }
    table.instalment = amount;
  }
}

/** Fills the rows from `opening.row` on; earlier rows are history and stay. */
export function fill(terms: LoanTerms, periods: Periods, table: Table, opening: Opening): void {
  if (!opening.keepInstalment) table.instalment = levelAmount(terms, periods, opening, table.rows);
  lay(terms, periods, table, opening, table.instalment);
  const level = terms.method === 'equal_instalment' || terms.method === 'flat';
  if (terms.evenOut === true && level && !opening.keepInstalment && table.rows - opening.row > 1) evenOut(terms, periods, table, opening);
}

/** An empty table over the periods. */
export const emptyTable = (periods: Periods): Table => ({
  rows: periods.due.length,
  instalment: 0n,
  principal: periods.due.map(() => 0n),
  interest: periods.due.map(() => 0n),
  putOff: [],
});

/** The part of a disbursement that falls due at once, in the loan's rounding. */
export function downPaymentOf(terms: LoanTerms, amount: bigint): bigint {
  const down = toMultiple(terms, divRound(amount * (terms.downPaymentPpm ?? 0n), PPM, terms.rounding));
  return down < amount ? down : amount;
}

export type PlanRow = {
  /** 1 for the first row of the table. */
  readonly no: number;
  /** First day that bears interest. */
  readonly from: CalendarDate;
  readonly due: CalendarDate;
  /** Calendar days from `from` to `due` (算头不算尾). */
  readonly days: number;
  readonly principalMinor: bigint;
  readonly interestMinor: bigint;
  readonly totalMinor: bigint;
  readonly balanceAfterMinor: bigint;
};
export type Plan = {
  readonly rows: readonly PlanRow[];
  readonly principalMinor: bigint;
  readonly interestMinor: bigint;
  readonly totalMinor: bigint;
};

const dateOf = (day: EpochDay): CalendarDate => fromEpochDay(day);

/**
 * The plan of a loan paid out in full on its start day: 还款计划. Amounts in minor units; each row's interest is rounded once by
 * `terms.rounding`, the last row repays the exact balance, so principal sums to the amount lent. Refuses what checkTerms refuses.
 */
export function planFor(terms: LoanTerms): Plan {
  checkTerms(terms);
  const periods = periodsOf(terms);
  const table = emptyTable(periods);
  const down = downPaymentOf(terms, terms.principalMinor);
  const row = down > 0n ? 1 : 0;
  fill(terms, periods, table, {
    row,
    balance: terms.principalMinor - down,
    earned: 0n,
    earnedTo: toEpochDay(terms.start),
    timeline: agreedTimeline(terms),
    keepInstalment: false,
  });
  table.principal[0] = down > 0n ? down : big(table.principal, 0);
  const rows: PlanRow[] = [];
  let balance = terms.principalMinor;
  let interestMinor = 0n;
  let from = dateOf(must(periods.from[0], 'row'));
  for (let j = 0; j < table.rows; j += 1) {
    const principal = big(table.principal, j);
    const interest = big(table.interest, j);
    const due = dateOf(must(periods.due[j], 'row'));
    const days = must(periods.due[j], 'row') - must(periods.from[j], 'row');
    balance -= principal;
    interestMinor += interest;
    rows.push({
      no: j + 1,
      from,
      due,
      days,
      principalMinor: principal,
      interestMinor: interest,
      totalMinor: principal + interest,
      balanceAfterMinor: balance,
    });
    from = due;
  }
  return { rows, principalMinor: terms.principalMinor, interestMinor, totalMinor: terms.principalMinor + interestMinor };
}
