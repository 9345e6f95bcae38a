import { type CalendarDate, parseDate, parseMoney } from '@tallystick/kernel';

/** What kind of value a field takes; a list names the values allowed. */
export type FieldKind = 'date' | 'money' | 'count' | 'flag' | 'text' | readonly string[];
type ValueOf<K> = K extends 'count' ? number : K extends 'flag' ? boolean : K extends readonly (infer U)[] ? U : string;

export const BUREAU_CASES = [
  'healthy',
  'perfect',
  'thin',
  'no_record',
  'one_m1',
  'three_in_row',
  'current_overdue',
  'repaired_missing',
  'multi_lender',
  'guarantee_heavy',
  'disputed',
] as const;
export const COURT_CASES = ['clean', 'defendant', 'enforced', 'dishonest', 'restricted', 'namesake'] as const;
export const REGISTRY_CASES = ['normal', 'abnormal', 'legal_person_changed', 'cancelled', 'pledged'] as const;
export const TAX_GRADES = ['A', 'B', 'M', 'C', 'D'] as const;
export const SHOP_CASES = ['growing', 'steady', 'falling', 'brushing', 'punished', 'closed', 'new'] as const;
export const OUTCOMES = ['success', 'processing', 'failed'] as const;

/** Everything that can be set about a subject. The control page draws its form from this table. */
export const FIELDS = {
  bureau: { case: BUREAU_CASES, overdue_from: 'date', overdue_amount: 'money', queries_3m: 'count' },
  court: {
    case: COURT_CASES,
    dishonest_from: 'date',
    dishonest_to: 'date',
    enforced_from: 'date',
    enforced_amount: 'money',
    restricted_from: 'date',
    lawsuit_from: 'date',
    lawsuit_amount: 'money',
  },
  registry: {
    case: REGISTRY_CASES,
    name: 'text',
    legal_person: 'text',
    legal_person_id: 'text',
    legal_person_changed_on: 'date',
    abnormal_from: 'date',
    cancelled_from: 'date',
    employees: 'count',
    registered_capital: 'money',
    establish_date: 'date',
  },
  tax: {
    grade: TAX_GRADES,
    downgraded_on: 'date',
    arrears: 'money',
    arrears_from: 'date',
    abnormal_from: 'date',
    monthly_revenue: 'money',
    fall_from: 'date',
    fall_pct: 'count',
  },
  platform: {
    case: SHOP_CASES,
    owner_id: 'text',
    owner_name: 'text',
    owner_uscc: 'text',
    shop_name: 'text',
    category: 'text',
    open_date: 'date',
    monthly_gmv: 'money',
    fall_from: 'date',
    fall_pct: 'count',
    refund_rise_from: 'date',
    refund_rise_pp: 'count',
    punished_from: 'date',
    closed_from: 'date',
    settlement_changed_on: 'date',
    deposit_short_from: 'date',
  },
  payment: {
    balance: 'money',
    insufficient_from: 'date',
    insufficient_to: 'date',
    suspended_from: 'date',
    account_mismatch: 'flag',
    outcome: OUTCOMES,
    fail_code: 'text',
  },
  identity: {
    two_element: 'flag',
    three_element: 'flag',
    four_element: 'flag',
    phone: 'flag',
    face: 'flag',
    aml_hit: 'flag',
    phone_tenure_months: 'count',
  },
  ca: { refuse: 'flag' },
  messaging: { opted_out: 'flag', undeliverable: 'flag' },
} as const satisfies Record<string, Record<string, FieldKind>>;

export type Group = keyof typeof FIELDS;
export type Overrides = { [G in Group]?: { [F in keyof (typeof FIELDS)[G]]?: ValueOf<(typeof FIELDS)[G][F]> } };

const says = (kind: FieldKind): string => (typeof kind === 'string' ? kind : `one of ${kind.join(', ')}`);
function fits(kind: FieldKind, value: unknown): boolean {
  if (typeof kind !== 'string') return typeof value === 'string' && kind.includes(value);
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'count') return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000;
  if (typeof value !== 'string' || value.length === 0 || value.length > 200) return false;
  return kind === 'date' ? parseDate(value) !== undefined : kind === 'money' ? (parseMoney(value) ?? -1n) >= 0n : true;
}

/** Reads a set of overrides; a list of plain faults when a group, field or value is not known. */
export function readOverrides(input: unknown): Overrides | string[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return ['the body must be an object of groups'];
  const faults: string[] = [];
  for (const [group, fields] of Object.entries(input)) {
    const known: Record<string, FieldKind> | undefined = Object.hasOwn(FIELDS, group) ? FIELDS[group as Group] : undefined;
    if (!known) faults.push(`${group}: no such group; known are ${Object.keys(FIELDS).join(', ')}`);
    else if (typeof fields !== 'object' || fields === null) faults.push(`${group}: must be an object`);
    else
      for (const [field, value] of Object.entries(fields)) {
        const kind = Object.hasOwn(known, field) ? known[field] : undefined;
        if (!kind) faults.push(`${group}.${field}: no such field; known are ${Object.keys(known).join(', ')}`);
        else if (!fits(kind, value)) faults.push(`${group}.${field}: must be ${says(kind)}`);
      }
  }
  return faults.length > 0 ? faults : (input as Overrides);
}

/** An amount that passed `readOverrides`, in fen. */
export const fenOf = (amount: string): number => Number(parseMoney(amount) ?? 0n);
/** Whether `asOf` lies in a period whose end may be open; the end day itself is outside. */
export const within = (from: CalendarDate | undefined, to: CalendarDate | undefined, asOf: CalendarDate): boolean =>
  from !== undefined && from <= asOf && (to === undefined || asOf < to);
