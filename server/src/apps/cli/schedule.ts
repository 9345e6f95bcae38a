import { type LoanTerms, planFor } from '@tallystick/engines/loan-engine';
import { calendarDate, displayMoney, formatMoney, formatPercent, parseDate, parseMoney, parsePercent, type Rounding } from '@tallystick/kernel';
import { WordsOff } from './words-off.ts';

export type ScheduleOptions = {
  principal: string;
  rate: string;
  count: number;
  start: string;
  method: string;
  every: string;
  base: number;
  csv?: boolean;
};

const METHODS = ['equal_instalment', 'equal_principal', 'interest_only', 'bullet'] as const;
const UNITS = ['month', 'week', 'day'] as const;
const fail = (what: string): never => {
  throw new WordsOff('schedule.option', what);
};
const oneOf = <T extends string>(choices: readonly T[], value: string, name: string): T =>
  choices.find((c) => c === value) ?? fail(`--${name} is one of ${choices.join(', ')}`);

/** Reads the options into loan terms; impossible ones are refused by the engine itself. */
function termsOf(o: ScheduleOptions): LoanTerms {
  const rounding: Rounding = 'half_up';
  return {
    currency: 'CNY',
    principalMinor: parseMoney(o.principal) ?? fail('--principal is an amount like 120000.00'),
    ratePpm: parsePercent(o.rate) ?? fail('--rate is a percent like 6.00'),
    method: oneOf(METHODS, o.method, 'method'),
    count: o.count,
    frequency: { unit: oneOf(UNITS, o.every, 'every'), every: 1 },
    start: calendarDate(parseDate(o.start) ?? fail('--start is a date like 2026-01-15')),
    interestBasis: 'period',
    dayBase: o.base === 360 || o.base === 365 ? o.base : fail('--base is 360 or 365'),
    rounding,
    penaltyUpliftPpm: 500_000n,
    penaltyGraceDays: 0,
    compoundOnInterest: true,
    allocation: ['fee', 'penalty', 'interest', 'principal'],
    prepaymentFeePpm: 0n,
  };
}

/** The terms as they were understood. */
const told = (o: ScheduleOptions, t: LoanTerms): object => ({
  principal: formatMoney(t.principalMinor),
  rate: formatPercent(t.ratePpm),
  count: t.count,
  start: t.start,
  method: t.method,
  every: o.every,
  base: t.dayBase,
});

/** `tally schedule`: the plan as a table, CSV or JSON. */
export function schedule(o: ScheduleOptions): { ok: boolean; data: unknown; text: string } {
  const terms = termsOf(o);
  const plan = planFor(terms);
  const rows = plan.rows.map((r) => ({
    no: r.no,
    from: r.from,
    due: r.due,
    days: r.days,
    principal: formatMoney(r.principalMinor),
    interest: formatMoney(r.interestMinor),
    total: formatMoney(r.totalMinor),
    balance: formatMoney(r.balanceAfterMinor),
  }));
  if (o.csv) return { ok: true, data: rows, text: [Object.keys(rows[0] ?? {}).join(','), ...rows.map((r) => Object.values(r).join(','))].join('\n') };
  const width = 16;
  const lines = plan.rows.map(
    (r) =>
      `${String(r.no).padStart(4)}  ${r.due}  ${[r.principalMinor, r.interestMinor, r.totalMinor, r.balanceAfterMinor].map((m) => displayMoney(m).padStart(width)).join('')}`,
  );
  const head = `  no  due         ${['principal', 'interest', 'total', 'balance'].map((h) => h.padStart(width)).join('')}`;
  const interest = plan.rows.reduce((s, r) => s + r.interestMinor, 0n);
  return {
    ok: true,
    data: { terms: told(o, terms), rows, totalInterest: formatMoney(interest) },
    text: [head, ...lines, `total interest ${displayMoney(interest)}`].join('\n'),
  };
}
