import { maskCard, maskId, maskName, maskPhone } from '@tallystick/kernel';
import type { CheckItem, CustomerKind, FieldSource } from '../types.ts';

/** How a value is shown to people who may see the customer but not the value. */
export type Mask = 'none' | 'name' | 'id' | 'phone' | 'card' | 'address' | 'email';
export type FieldDef = {
  readonly block: 'person' | 'enterprise' | 'finance' | 'payout';
  readonly mask: Mask;
  /** Whose profile is not complete without it. */
  readonly required: readonly CustomerKind[];
  /** Checks that start again when the value changes; while they are passed the customer cannot change it alone. */
  readonly resets?: readonly CheckItem[];
};
const field = (block: FieldDef['block'], mask: Mask, required: readonly CustomerKind[] = [], resets?: readonly CheckItem[]): FieldDef => ({
  block,
  mask,
  required,
  ...(resets && { resets }),
});
const ALL = ['merchant', 'enterprise', 'person'] as const;
const FIRM = ['enterprise'] as const;

/** Every fact a profile may hold. Values are texts; lists (shareholders) are JSON texts. */
export const FIELDS = {
  'person.name': field('person', 'name', ALL, ['id_two_element', 'id_unique', 'call_back']),
  'person.id_no': field('person', 'id', ALL, ['id_two_element', 'id_unique', 'id_document']),
  'person.mobile': field('person', 'phone', ALL, ['call_back']),
  'person.email': field('person', 'email'),
  'person.marital_status': field('person', 'none', ['merchant', 'person']),
  'person.children': field('person', 'none'),
  'person.residence': field('person', 'address', ['merchant', 'person']),
  'person.education': field('person', 'none'),
  'enterprise.name': field('enterprise', 'none', FIRM, ['registry_uscc']),
  'enterprise.uscc': field('enterprise', 'none', FIRM, ['registry_uscc', 'registry_legal_person', 'licence_document']),
  'enterprise.legal_person': field('enterprise', 'name', FIRM, ['registry_legal_person']),
  'enterprise.legal_person_id': field('enterprise', 'id', [], ['registry_legal_person']),
  'enterprise.registered_capital': field('enterprise', 'none', FIRM),
  'enterprise.established_on': field('enterprise', 'none', FIRM),
  'enterprise.address': field('enterprise', 'none', FIRM),
  'enterprise.industry': field('enterprise', 'none', FIRM),
  'enterprise.staff_count': field('enterprise', 'none', FIRM),
  'enterprise.shareholders': field('enterprise', 'none', FIRM),
  'finance.annual_revenue': field('finance', 'none', FIRM),
  'finance.net_profit': field('finance', 'none'),
  'finance.total_assets': field('finance', 'none', FIRM),
  'finance.total_liabilities': field('finance', 'none', FIRM),
  'finance.current_assets': field('finance', 'none'),
  'finance.current_liabilities': field('finance', 'none'),
  'payout.account': field('payout', 'card', ['merchant', 'enterprise']),
  'payout.bank_code': field('payout', 'none', ['merchant', 'enterprise']),
} as const satisfies Record<string, FieldDef>;
export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];
export const fieldDef = (name: FieldName): FieldDef => FIELDS[name];

/** Longest first: what a source says counts more than what was typed, and the registry is the authority on firms. */
export const AUTHORITY: Readonly<Record<FieldSource, number>> = { typed: 0, staff: 1, platform: 2, tax: 3, identity: 4, registry: 5 };

const MASKS: Readonly<Record<Mask, (value: string) => string>> = {
  none: (v) => v,
  name: maskName,
  id: maskId,
  phone: maskPhone,
  card: maskCard,
  address: (v) => `${[...v].slice(0, 6).join('')}****`,
  email: (v) => `${v.slice(0, 1)}***${v.slice(v.indexOf('@'))}`,
};
/** A value as people see it who have no reason to see more (PIP-09). Shareholder names are masked inside their list. */
export function maskField(name: FieldName, value: string): string {
  if (name !== 'enterprise.shareholders') return MASKS[fieldDef(name).mask](value);
  const rows = JSON.parse(value) as { name: string }[];
  return JSON.stringify(rows.map((r) => ({ ...r, name: maskName(r.name) })));
}
