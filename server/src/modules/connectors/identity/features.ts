import { dataOf, type Facts, type Figures, type Part } from '../caller/source.ts';
import { zAml, zElements, zPhone } from './parse.ts';

export const IDENTITY_FEATURES = { id_matched: 'flag', phone_real_name: 'flag', phone_tenure_months: 'months', aml_hit: 'flag' } as const;

export function identityFigures(parts: readonly Part[], _facts: Facts): Figures<keyof typeof IDENTITY_FEATURES> {
  const match = identityMatch(parts);
  const phone = dataOf(parts, 'phone', zPhone);
  const aml = dataOf(parts, 'aml', zAml);
  return {
    ...(match && { id_matched: { value: match.matched, callId: match.callId } }),
    ...(phone && {
      phone_real_name: { value: phone.data.real_name ?? null, callId: phone.callId },
      phone_tenure_months: { value: phone.data.tenure_months ?? null, callId: phone.callId },
    }),
    ...(aml && { aml_hit: { value: aml.data.hit ?? null, callId: aml.callId } }),
  };
}

/**
 * Name, ID and mobile belong together: both checks must say so. The phone counts because a stranger may know somebody's name and number.
 * Undefined while either check has no whole answer.
 */
export function identityMatch(parts: readonly Part[]): { matched: boolean; callId: Part['callId'] } | undefined {
  const two = dataOf(parts, 'two-element', zElements);
  const three = dataOf(parts, 'three-element', zElements);
  if (two?.data.matched === undefined || three?.data.matched === undefined) return undefined;
  return { matched: two.data.matched && three.data.matched, callId: three.callId };
}
