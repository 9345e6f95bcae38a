import {
  type CalendarDate,
  formatMoney,
  formatPercent,
  type Id,
  type Instant,
  isBankCard,
  isMobile,
  isResidentId,
  isUscc,
  MONEY_MAX,
  parseDate,
  parseId,
  parseMoney,
  parsePercent,
} from '@tallystick/kernel';
import { z } from 'zod';

/** Shapes that cross the edge. A custom issue names its refusal code in `params.refusal`. */
const fault = (refusal: string) => ({ params: { refusal } });

// Control characters never belong in what people type; tab and line ends do.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
/** Free text, Unicode-normalised and trimmed, of 1 to `max` characters. */
export const zText = (max: number) =>
  z
    .string()
    .max(max)
    .refine((s) => !CONTROL.test(s), fault('platform.field_control'))
    .refine((s) => s.trim().length > 0, fault('platform.field_missing'))
    .overwrite((s) => s.normalize('NFC').trim());

const moneyText = z
  .string()
  .meta({ description: 'Decimal amount with at most two places', example: '1234.56', pattern: '^-?\\d{1,13}(\\.\\d{1,2})?$' });
const readMoney = (text: string, ctx: z.core.ParsePayload, above: bigint): bigint => {
  const minor = parseMoney(text);
  if (minor === undefined || minor > MONEY_MAX) ctx.issues.push({ code: 'custom', input: text, params: { refusal: 'platform.money_format' } });
  else if (minor < above) ctx.issues.push({ code: 'custom', input: text, params: { refusal: 'platform.money_negative' } });
  else return minor;
  return 0n;
};
/** Any amount, negative ones too: what replies carry. Minor units inside, "1234.56" outside. */
export const zAmount = z.codec(moneyText, z.bigint(), { decode: (t, ctx) => readMoney(t, ctx, -MONEY_MAX), encode: formatMoney });
/** An amount above zero: what people ask for or pay. */
export const zMoney = z.codec(moneyText, z.bigint(), { decode: (t, ctx) => readMoney(t, ctx, 1n), encode: formatMoney });
/** An amount of zero or more. */
export const zMoneyOrZero = z.codec(moneyText, z.bigint(), { decode: (t, ctx) => readMoney(t, ctx, 0n), encode: formatMoney });

/** A rate: ppm inside, percent of four places ("6.0000") outside. */
export const zPercent = z.codec(z.string().meta({ description: 'Percent', example: '6.0000' }), z.bigint(), {
  decode: (text, ctx) => {
    const ppm = parsePercent(text);
    if (ppm === undefined) ctx.issues.push({ code: 'custom', input: text, params: { refusal: 'platform.field_format' } });
    return ppm ?? 0n;
  },
  encode: formatPercent,
});

export const zDate = z
  .string()
  .refine((s) => parseDate(s) !== undefined, fault('platform.date_unreal'))
  .meta({ format: 'date', example: '2026-11-22' }) as unknown as z.ZodType<CalendarDate, CalendarDate>;
export const zInstant = z.string().meta({ format: 'date-time' }) as unknown as z.ZodType<Instant, Instant>;

/** An id of one kind. A malformed one is simply not found: same answer as for somebody else's. */
export const zId = <P extends string>(prefix: P) =>
  z
    .string()
    .refine((s) => parseId(prefix, s) !== undefined, fault('platform.not_found'))
    .meta({ example: `${prefix}_01kaq3f2v0…` }) as unknown as z.ZodType<Id<P>, Id<P>>;
export const zCustomerId = zId('cust');

/** People paste numbers with spaces and small letters: both are put right before the check. */
const tidy = (s: string): string => s.replace(/\s/g, '').toUpperCase();
export const zResidentId = z.string().max(40).overwrite(tidy).refine(isResidentId, fault('platform.identifier_check'));
export const zUscc = z.string().max(40).overwrite(tidy).refine(isUscc, fault('platform.identifier_check'));
export const zBankCard = z.string().max(40).overwrite(tidy).refine(isBankCard, fault('platform.identifier_check'));
export const zMobile = z.string().max(20).overwrite(tidy).refine(isMobile, fault('platform.field_format'));
export const zEmail = z.email().max(200);

/** Whole number in a query string or body. */
export const zInt = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

/** What every list takes. `sort` is a field name, `-` first for descending; lists are bounded and paged by offset. */
export const listInput = { limit: zInt(1, 200).default(50), offset: zInt(0, 100_000).default(0), sort: z.string().max(40).optional() };
/** What every list answers. `total` counts what the filter matches. */
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), total: z.number().int() });
