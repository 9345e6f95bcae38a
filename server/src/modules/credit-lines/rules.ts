import type { CalendarDate } from '@tallystick/kernel';
import type { LineFault } from './refusals.ts';
import type { CreditLine } from './types.ts';

/** What may be drawn on a day. A limit lowered below the use leaves nothing, never less than nothing. */
export function availableOn(line: Pick<CreditLine, 'limitMinor' | 'usedMinor' | 'validTo'> & { state: string }, today: CalendarDate): bigint {
  if (line.state !== 'active' || line.validTo < today || line.usedMinor >= line.limitMinor) return 0n;
  return line.limitMinor - line.usedMinor;
}

/** May `amountMinor` be drawn today? Answers the code of the first thing against it. */
export function drawFault(line: CreditLine, amountMinor: bigint, today: CalendarDate): LineFault | undefined {
  if (line.state === 'frozen') return 'credit-lines.frozen';
  if (line.validTo < today) return 'credit-lines.expired';
  if (amountMinor < line.minDrawMinor) return 'credit-lines.below_minimum';
  if (amountMinor % line.stepMinor !== 0n) return 'credit-lines.not_in_steps';
  return amountMinor > availableOn(line, today) ? 'credit-lines.over_limit' : undefined;
}
