import { addDays, type CalendarDate, formatMoney, formatPercent } from '@tallystick/kernel';
import { branchScope, type Ctx } from '#platform';
import { DEFINITIONS, type FigureKey } from './definitions.ts';
import { reportAlerts, reportBook, reportCost, reportDeciding, reportMonths, reportStages, reportVintages, type Scope } from './repo.ts';

export const scopeOf = (ctx: Ctx): Scope => ({ branchId: branchScope(ctx.actor), today: ctx.today });
/** part / whole in ppm, half of nothing is nothing. */
export const ratioPpm = (part: bigint, whole: bigint): bigint => (whole === 0n ? 0n : (part * 1_000_000n + whole / 2n) / whole);

export type Figure = { key: FigureKey; value: string; second: string | null; unit: string; zh: string; en: string };
const figure = (key: FigureKey, value: string, second: string | null = null): Figure => ({
  key,
  value,
  second,
  unit: DEFINITIONS[key].unit,
  zh: DEFINITIONS[key].zh,
  en: DEFINITIONS[key].en,
});
const percent = (ppm: bigint): string => formatPercent(ppm);
const minutes = (m: number | null): string => (m === null ? '—' : m.toFixed(1));
const COST_DAYS = 90;

/** The first ten numbers of the cockpit and its three charts, for the acting person's branch or the bank. */
export async function cockpit(ctx: Ctx) {
  const scope = scopeOf(ctx);
  const from: CalendarDate = addDays(ctx.today, -COST_DAYS);
  const [book, months, deciding, cost, alerts] = [
    await reportBook(ctx.tx, scope),
    await reportMonths(ctx.tx, scope, 13),
    await reportDeciding(ctx.tx, scope),
    await reportCost(ctx.tx, scope, from),
    await reportAlerts(ctx.tx, scope),
  ];
  const lastMonthEnd = months.at(-2)?.balanceMinor ?? 0n;
  const count = (severity: string): string => String(alerts.find((a) => a.severity === severity)?.n ?? 0n);
  const figures = [
    figure('balance', formatMoney(book.balanceMinor), String(book.openLoans)),
    figure('growth', formatMoney((months.at(-1)?.balanceMinor ?? 0n) - lastMonthEnd)),
    figure('paid_out', formatMoney(book.paidOutMonthMinor)),
    figure('first_loans', String(book.firstLoansMonth)),
    figure('average_cost', percent(cost.find((c) => c.gradeGroup === null)?.irrPpm ?? 0n)),
    figure('overdue_ratio', percent(ratioPpm(book.overdueMinor, book.balanceMinor))),
    figure('npl_ratio', percent(ratioPpm(book.badMinor, book.balanceMinor))),
    figure('approval_minutes', minutes(deciding.medianMinutes), minutes(deciding.p95Minutes)),
    figure('auto_share', percent(ratioPpm(deciding.automatic, deciding.decisions))),
    figure('open_alerts', count('red'), count('orange')),
  ];
  const vintages = (await reportVintages(ctx.tx, scope)).map((v) => ({ ...v, everLatePpm: ratioPpm(v.everLateMinor, v.lentMinor) }));
  return { asOf: ctx.today, figures, months: months.slice(1), stages: await reportStages(ctx.tx, scope), vintages };
}

/** Bad-debt, default and recovery rate with their formulas, and average cost by grade (S4-63, S0-12). */
export async function quality(ctx: Ctx) {
  const scope = scopeOf(ctx);
  const book = await reportBook(ctx.tx, scope);
  return {
    asOf: ctx.today,
    figures: [
      figure('npl_ratio', percent(ratioPpm(book.badMinor, book.balanceMinor))),
      figure('overdue_ratio', percent(ratioPpm(book.overdueMinor, book.balanceMinor))),
      figure('bad_debt_rate', percent(ratioPpm(book.badMinor, book.lentMinor))),
      figure('default_rate', percent(ratioPpm(book.everBad, book.loans))),
      figure('recovery_rate', percent(ratioPpm(book.curedMinor, book.everLateMinor))),
    ],
    costByGrade: (await reportCost(ctx.tx, scope, addDays(ctx.today, -COST_DAYS))).filter((c) => c.gradeGroup !== null),
  };
}
