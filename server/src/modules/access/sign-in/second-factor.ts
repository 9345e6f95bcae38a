import { type Instant, instantMs } from '@tallystick/kernel';
import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app takes it: SHA-1, six digits, thirty seconds. */
const PERIOD = 30;
const totp = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Tallystick', label, algorithm: 'SHA1', digits: 6, period: PERIOD, secret: Secret.fromBase32(secret) });

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;
export const totpAddress = (secret: string, login: string): string => totp(secret, login).toString();
const stepAt = (at: Instant): number => Math.floor(instantMs(at) / 1000 / PERIOD);

/** The time step a code belongs to: now, or one step beside it for clocks that differ. Undefined when the code fits none, or only one used before. */
export function fittingStep(secret: string, code: string, at: Instant, lastStep: bigint): bigint | undefined {
  const delta = totp(secret).validate({ token: code, timestamp: instantMs(at), window: 1 });
  if (delta === null) return undefined;
  const step = BigInt(stepAt(at) + delta);
  return step > lastStep ? step : undefined;
}
/** A code that would be taken now. For the demonstration's sign-in page and tests. */
export function codeTakenNow(secret: string, at: Instant, lastStep: bigint): string {
  const now = stepAt(at);
  const step = Math.min(Math.max(now, Number(lastStep) + 1), now + 1);
  return totp(secret).generate({ timestamp: step * PERIOD * 1000 });
}
