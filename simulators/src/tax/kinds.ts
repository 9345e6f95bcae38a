import { addDays, addMonths, type CalendarDate } from '@tallystick/kernel';
import type { Query } from '../envelope.ts';
import { fenOf, type TAX_GRADES } from '../overrides.ts';
import { draw } from '../people/draw.ts';
import { dayOfMonth, monthIndex, monthText, reached, yuan } from '../people/figures.ts';
import { firmFacts } from '../registry/firm.ts';
import type { QueryKind } from '../source-server.ts';
import type { World } from '../world.ts';
import { declaredRevenue } from './revenue.ts';

type Grade = (typeof TAX_GRADES)[number];
const SHARES: Record<Grade, number> = { A: 26, B: 46, M: 18, C: 8, D: 2 };
const MONTHS = 24;

/** What the tax office answers (handbook 6.5). A person is a taxpayer only when something about the person's tax was set (sole traders). */
function taxpayer(world: World, { subject, asOf, body }: Query): unknown {
  const set = world.about(subject.idNo).tax;
  const founded = subject.type === 'enterprise' ? firmFacts(world, subject.idNo, subject.name, asOf).establishDate : '2018-01-01';
  if ((subject.type === 'person' && set === undefined) || founded > asOf) return undefined;
  const d = draw(`${world.seed}:tax:${subject.idNo}`);
  const drawn = d.weighted(SHARES);
  const downgraded = reached(set?.downgraded_on, asOf);
  const grade = downgraded ? 'C' : (set?.grade ?? drawn);
  const arrearsFrom = set?.arrears_from ?? (set?.arrears === undefined && drawn === 'D' ? addDays('2025-10-01', d.int(0, 300)) : undefined);
  const owes = set?.arrears_from === undefined && set?.arrears !== undefined ? true : reached(arrearsFrom, asOf);
  const arrears = !owes ? 0 : set?.arrears === undefined ? d.int(5, 80) * 100_000 : fenOf(set.arrears);
  const months = declared(world, subject.idNo, founded, asOf);
  const small = months.reduce((sum, m) => sum + m.revenue, 0) < 1_000_000_000;
  return {
    taxpayer_id: subject.idNo,
    name: subject.name,
    taxpayer_type: small ? '小规模' : '一般',
    tax_credit_grade: grade,
    grade_year: Number(asOf.slice(0, 4)) - (asOf.slice(5) >= '04-30' ? 1 : 2),
    grade_history: [
      { grade, from: downgraded ? (set?.downgraded_on ?? null) : null },
      ...(downgraded ? [{ grade: set?.grade ?? 'A', from: null }] : []),
    ],
    status: reached(set?.abnormal_from, asOf) ? '非正常' : '正常',
    currency: 'CNY',
    declared_revenue: months.map((m) => m.row),
    declared_revenue_12m: yuan(months.slice(-12).reduce((sum, m) => sum + m.revenue, 0)),
    tax_arrears: yuan(arrears),
    late_fee: yuan(arrears * 0.02),
    arrears_since: owes ? (arrearsFrom ?? addMonths(asOf, -2)) : null,
    invoice_quota: yuan(small ? 10_000_000 : 75_000_000),
    invoicing_type: '数电发票',
    filing_on_time_count: grade === 'A' || grade === 'B' || grade === 'M' ? Math.min(MONTHS, months.length) : Math.max(0, months.length - 5),
    filing_count: months.length,
    penalty_count: grade === 'D' ? 2 : grade === 'C' ? 1 : 0,
    inspection_flag: grade === 'D',
    refund: '0.00',
    consent_id: body.consent_id,
    period: { from: months[0]?.row.period ?? null, to: months.at(-1)?.row.period ?? null },
  };
}

/** The closed months declared until `asOf`: a month is declared by the 15th of the next one. */
function declared(world: World, idNo: string, founded: CalendarDate, asOf: CalendarDate) {
  const set = world.about(idNo).tax;
  const last = monthIndex(asOf) - (Number(asOf.slice(8)) > 15 ? 1 : 2);
  const first = Math.max(monthIndex(founded), last - MONTHS + 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const month = first + i;
    const revenue = declaredRevenue(world.seed, idNo, set, month);
    const [vat, income] = [Math.round(revenue * 0.011), month % 3 === 2 ? Math.round(revenue * 0.012) : 0];
    const row = {
      period: monthText(month),
      amount: yuan(revenue),
      vat_payable: yuan(vat),
      income_tax_payable: yuan(income),
      tax_paid: yuan(vat + income),
      filed_on: dayOfMonth(month + 1, 12),
    };
    return { revenue, row };
  });
}

export const taxKinds = (world: World): Record<string, QueryKind> => ({
  taxpayer: { subjects: ['enterprise', 'person'], cost: '1.00', answer: (query) => taxpayer(world, query) },
});
