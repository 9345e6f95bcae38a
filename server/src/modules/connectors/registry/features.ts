import { addMonths, type CalendarDate } from '@tallystick/kernel';
import { monthsBetween, windowOf } from '../caller/numbers.ts';
import { dataOf, type Facts, type Figures, type Part } from '../caller/source.ts';
import { zRegistryRecord } from './parse.ts';

export const REGISTRY_FEATURES = {
  registry_status: 'text',
  operating_months: 'months',
  established_on: 'date',
  registered_capital: 'minor',
  staff_count: 'count',
  industry: 'text',
  region_code: 'text',
  legal_person_match: 'flag',
  legal_person_changed_12m: 'flag',
  abnormal_listed: 'flag',
  serious_illegal: 'flag',
  equity_pledged: 'flag',
  registry_penalties: 'count',
} as const;

export function registryFigures(parts: readonly Part[], f: Facts, asOf: CalendarDate): Figures<keyof typeof REGISTRY_FEATURES> {
  const answer = dataOf(parts, 'enterprise', zRegistryRecord);
  if (!answer) return {};
  const { data: r, callId } = answer;
  const told = <T>(value: T | undefined) => ({ value: value ?? null, why: 'block_missing', callId });
  const from = addMonths(asOf, -12);
  return {
    registry_status: told(r.status),
    established_on: told(r.establish_date),
    operating_months: told(r.establish_date && monthsBetween(r.establish_date, asOf)),
    registered_capital: told(r.registered_capital),
    staff_count: told(r.annual_reports && newest(r.annual_reports)?.employees),
    industry: told(r.industry),
    region_code: { value: f.uscc?.slice(2, 8) ?? null, why: 'no_enterprise', callId },
    legal_person_match: told(r.legal_person_id && f.idNo !== null ? r.legal_person_id === f.idNo : undefined),
    legal_person_changed_12m: { ...told(r.change_log?.some((c) => c.item === '法定代表人' && c.date >= from)), window: windowOf(from, asOf) },
    abnormal_listed: told(r.abnormal_list?.some((a) => a.date_out === null)),
    serious_illegal: told(r.serious_illegal && r.serious_illegal.length > 0),
    equity_pledged: told(r.equity_pledge?.some((p) => p.status === '有效')),
    registry_penalties: told(r.penalties?.length),
  };
}
const newest = <T extends { year: number }>(rows: readonly T[]): T | undefined => [...rows].sort((a, b) => b.year - a.year)[0];
