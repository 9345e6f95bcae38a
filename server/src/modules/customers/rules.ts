import { divRound, maskName, maskPhone, PPM, parseMoney } from '@tallystick/kernel';
import { FIELD_NAMES, type FieldName, fieldDef } from './profile/fields.ts';
import { CHECK_ITEMS, type CheckItem, type ConsentScope, type CustomerKind, type CustomerSummary } from './types.ts';

/** Why nothing may be changed about a customer now; undefined when it may. */
export const closedBecause = (state: CustomerSummary['state']): 'customers.locked' | 'customers.closed' | undefined =>
  state === 'locked' ? 'customers.locked' : state === 'closed' ? 'customers.closed' : undefined;

export type ProfileFacts = {
  readonly kind: CustomerKind;
  readonly fields: ReadonlyMap<FieldName, string>;
  readonly shops: readonly { shopName: string }[];
};

/** The points of the verification list this customer has. */
export function itemsFor(p: ProfileFacts): CheckItem[] {
  const firm = p.kind === 'enterprise' || p.fields.has('enterprise.uscc');
  const wanted: Readonly<Record<CheckItem, boolean>> = {
    id_two_element: true,
    id_unique: true,
    id_document: true,
    registry_uscc: firm,
    registry_legal_person: firm,
    licence_document: p.kind === 'enterprise',
    shop_owner: p.kind === 'merchant' || p.shops.length > 0,
    call_back: p.kind === 'enterprise',
  };
  return CHECK_ITEMS.filter((item) => wanted[item]);
}
/** Points a person ticks off; the others come from outside sources. */
export const MANUAL_ITEMS: ReadonlySet<CheckItem> = new Set(['call_back', 'id_unique', 'shop_owner']);

/** A paper a profile needs. Where `source` answered, the paper need not be handed in (simplified application). */
export type Slot = { readonly kind: string; readonly source: ConsentScope | null; readonly item: CheckItem | null; readonly expires: boolean };
const slot = (kind: string, more: Partial<Omit<Slot, 'kind'>> = {}): Slot => ({ kind, source: null, item: null, expires: false, ...more });
export function slotsFor(p: ProfileFacts): Slot[] {
  const firm = p.kind === 'enterprise' || p.fields.has('enterprise.uscc');
  return [
    slot('id_card_front', { item: 'id_document', expires: true }),
    slot('id_card_back', { item: 'id_document', expires: true }),
    ...(p.kind === 'enterprise'
      ? [slot('business_licence', { item: 'licence_document', expires: true }), slot('financial_statement', { expires: true })]
      : []),
    ...(firm && p.kind !== 'enterprise' ? [slot('business_licence', { source: 'registry', expires: true })] : []),
    ...(firm ? [slot('tax_return', { source: 'tax' })] : []),
    ...(p.kind === 'merchant' ? [slot('bank_statement', { source: 'platform' })] : []),
  ];
}
/** Other papers a profile has a typed place for. */
export const OPTIONAL_SLOTS: readonly Slot[] = [
  slot('lease', { expires: true }),
  slot('bank_statement'),
  slot('income_proof'),
  slot('other', { expires: true }),
];

/** Percent of what the profile must hold, fields and papers alike, rounded down: 100 means complete. */
export function completeness(p: ProfileFacts, papersThere: number): number {
  const required = FIELD_NAMES.filter((f) => fieldDef(f).required.includes(p.kind));
  const shopWanted = p.kind === 'merchant' ? 1 : 0;
  const there = required.filter((f) => p.fields.has(f)).length + (shopWanted && p.shops.length > 0 ? 1 : 0);
  return Math.floor(((there + papersThere) * 100) / (required.length + shopWanted + slotsFor(p).length));
}
/** Names of required fields that are not there. */
export const missingFields = (p: ProfileFacts): string[] => [
  ...FIELD_NAMES.filter((f) => fieldDef(f).required.includes(p.kind) && !p.fields.has(f)),
  ...(p.kind === 'merchant' && p.shops.length === 0 ? ['shops'] : []),
];

/** What lists call the customer: a firm or shop by its public name, a person masked. */
export function displayName(p: ProfileFacts): string {
  const person = p.fields.get('person.name');
  const own = person ? maskName(person) : maskPhone(p.fields.get('person.mobile') ?? '***********');
  if (p.kind === 'person') return own;
  return p.fields.get('enterprise.name') ?? (p.kind === 'merchant' ? p.shops[0]?.shopName : undefined) ?? own;
}

/** Two texts that mean the same fact: spaces, full-width brackets and trailing zeros of amounts do not count. */
export function sameFact(a: string, b: string): boolean {
  const plain = (s: string): string =>
    s
      .replace(/\s/g, '')
      .replace(/（/g, '(')
      .replace(/）/g, ')')
      .replace(/^(\d+)(?:\.0+)?$/, '$1')
      .toUpperCase();
  return plain(a) === plain(b);
}

/** Key figures from the declared statement, ppm, half-even; null where a figure is missing or the base is zero (handbook 3.1). */
export function keyRatios(fields: ReadonlyMap<FieldName, string>): {
  debtRatioPpm: bigint | null;
  currentRatioPpm: bigint | null;
  netMarginPpm: bigint | null;
} {
  const ratio = (over: FieldName, under: FieldName): bigint | null => {
    const [n, d] = [minor(fields.get(over)), minor(fields.get(under))];
    return n === undefined || d === undefined || d === 0n ? null : divPpm(n, d);
  };
  return {
    debtRatioPpm: ratio('finance.total_liabilities', 'finance.total_assets'),
    currentRatioPpm: ratio('finance.current_assets', 'finance.current_liabilities'),
    netMarginPpm: ratio('finance.net_profit', 'finance.annual_revenue'),
  };
}
const minor = (text: string | undefined): bigint | undefined => (text === undefined ? undefined : parseMoney(text));
const divPpm = (n: bigint, d: bigint): bigint => divRound(n * PPM, d, 'half_even');
