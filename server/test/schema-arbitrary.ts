import { usccCheck } from '@tallystick/kernel';
import fc from 'fast-check';

export type Schema = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly example?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

const ID_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const anyId = (prefix: string): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...ID_LETTERS), minLength: 26, maxLength: 26 }).map((s) => `${prefix}_${s}`);
const digits = (n: number): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: n, maxLength: n });
/** What fields of this name hold in life: shapes that a pattern cannot tell. */
const BY_NAME: readonly [RegExp, fc.Arbitrary<string>][] = [
  [/mobile|phone/i, digits(4).map((d) => `1990000${d}`)],
  [/idNo|residentId/i, fc.constantFrom('110105199001010016', '330106198805061012', '11010519491231002X')],
  [/uscc|creditCode/i, fc.constant('91330106MA2CE1234').map((body) => body + (usccCheck(body) ?? '0'))],
  [/card|account/i, fc.constantFrom('6222020200112230003', '4111111111111111')],
  [/(^|[a-z])(from|to|on|date|day)$/i, fc.constantFrom('2026-03-02', '2026-02-29', '2025-12-31')],
  [/name|reason|comment|note|text/i, fc.constantFrom('王测试', 'plain words', '=1+1')],
];

export type Known = (prefix: string) => readonly string[];
/** Values that mostly fit a schema. Ids are preferably ones that were seen in answers. */
export function fitting(schema: Schema, name: string, known: Known): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices !== undefined && choices.length > 0) return fc.oneof(...choices.map((c) => fitting(c, name, known)));
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  switch (type) {
    case 'string':
      return fittingText(schema, name, known);
    case 'integer':
      return fc.integer({ min: Math.max(schema.minimum ?? 0, -1_000), max: Math.min(schema.maximum ?? 100, 100_000) });
    case 'number':
      return fc.double({ min: Math.max(schema.minimum ?? 0, -1e6), max: Math.min(schema.maximum ?? 1e6, 1e6), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(fitting(schema.items ?? {}, name, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)),
      });
    case 'object':
      return fittingObject(schema, known);
    default:
      return fc.constantFrom('x', 1, null, true);
  }
}
function fittingText(schema: Schema, name: string, known: Known): fc.Arbitrary<string> {
  const prefix = /^([a-z]{3,5})_/.exec(schema.example ?? '')?.[1];
  if (prefix !== undefined) {
    const seen = known(prefix);
    return seen.length > 0 ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...seen) }, { weight: 1, arbitrary: anyId(prefix) }) : anyId(prefix);
  }
  if (schema.format === 'date') return fc.constantFrom('2026-03-02', '2026-03-31', '2024-02-29', '2030-01-01');
  if (schema.format === 'date-time') return fc.constantFrom('2026-03-02T01:00:00.000Z', '2031-01-01T00:00:00.000Z');
  if (schema.format === 'email') return fc.constant('someone@example.test');
  const named = BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
  if (schema.pattern !== undefined) {
    try {
      return fc.stringMatching(new RegExp(schema.pattern), { size: 'small' });
    } catch {
      return named ?? fc.string();
    }
  }
  return named ?? fc.string({ minLength: 1, maxLength: Math.min(schema.maxLength ?? 20, 40) });
}
export function fittingObject(schema: Schema, known: Known): fc.Arbitrary<Record<string, unknown>> {
  const entries = Object.entries(schema.properties ?? {}).map(([name, s]) => [name, fitting(s, name, known)] as const);
  return fc.record(Object.fromEntries(entries), { requiredKeys: [...(schema.required ?? [])] }) as fc.Arbitrary<Record<string, unknown>>;
}

const deep = (levels: number): unknown => (levels === 0 ? 'end' : { a: deep(levels - 1) });
/** What somebody sends who wants to break something. */
export const HOSTILE: readonly unknown[] = [
  null,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e',
  '\ufeff',
  "'; drop table platform.job; --",
  '" or 1=1',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '$(id)',
  '../../../etc/passwd',
  '%00',
  '%s%s%n',
  'x'.repeat(5_000),
  -1,
  0,
  1e308,
  9_007_199_254_740_992,
  1.5,
  'NaN',
  'Infinity',
  '-0.00',
  '99999999999999.99',
  '1e5',
  '０１２',
  '1,000.00',
  true,
  [],
  [[]],
  {},
  [null],
  deep(50),
  { $ne: 1 },
  { toString: 1 },
  '2026-02-30',
  '0000-00-00',
  '275760-09-13',
  '9999999999999999999999999',
  'cust_00000000000000000000000000',
  '__proto__',
  'constructor',
];
/** A fitting object with one or two fields made hostile, dropped, or added. */
export const hostileObject = (schema: Schema, known: Known): fc.Arbitrary<Record<string, unknown>> => {
  const names = Object.keys(schema.properties ?? {});
  const target =
    names.length === 0
      ? fc.constant('extra')
      : fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom(...names) },
          { weight: 1, arbitrary: fc.constantFrom('extra', 'id', 'customerId', 'actor') },
        );
  const change = fc.tuple(target, fc.option(fc.constantFrom(...HOSTILE), { nil: undefined, freq: 8 }));
  return fc.tuple(fittingObject(schema, known), fc.array(change, { minLength: 1, maxLength: 2 })).map(([fit, changes]) => {
    const out: Record<string, unknown> = { ...fit };
    for (const [name, value] of changes) {
      if (value === undefined) delete out[name];
      else out[name] = value;
    }
    return out;
  });
};
