import { addDays, type CalendarDate } from '@tallystick/kernel';
import { total, windowOf } from '../caller/numbers.ts';
import { dataOf, type Facts, type Figures, type Part } from '../caller/source.ts';
import { zCourtRecords } from './parse.ts';

export const COURT_FEATURES = {
  dishonest_debtor: 'flag',
  enforced_count: 'count',
  enforced_amount: 'minor',
  consumption_restricted: 'flag',
  lawsuits_defendant_24m: 'count',
  court_namesakes: 'count',
} as const;
const YEARS_2 = 730;

/** Facts of person and firm together. A removed entry no longer counts (deletion after performance); a partial answer gives none at all. */
export function courtFigures(parts: readonly Part[], _facts: Facts, asOf: CalendarDate): Figures<keyof typeof COURT_FEATURES> {
  const answers = ['person', 'enterprise'].map((part) => dataOf(parts, 'records', zCourtRecords, part)).filter((a) => a !== undefined);
  const first = answers[0];
  if (!first || answers.some((a) => a.data.records === undefined)) return {};
  const all = answers.flatMap((a) => a.data.records ?? []);
  const exact = all.filter((r) => r.match_level === 'exact_id' && r.removed_date === null);
  const on = (...types: string[]) => exact.filter((r) => types.includes(r.list_type));
  const from = addDays(asOf, -YEARS_2);
  const { callId } = first;
  return {
    dishonest_debtor: { value: on('失信被执行人').length > 0, callId },
    enforced_count: { value: on('被执行人', '终本').length, callId },
    enforced_amount: { value: total(on('被执行人', '终本'), (r) => r.amount), callId },
    consumption_restricted: { value: on('限制高消费').length > 0, callId },
    lawsuits_defendant_24m: {
      value: on('立案', '开庭', '裁判文书').filter((r) => r.role.includes('被告') && r.date >= from).length,
      window: windowOf(from, asOf),
      callId,
    },
    court_namesakes: { value: all.filter((r) => r.match_level === 'name_only').length, callId },
  };
}
