import { bankMoment, type CalendarDate, formatPercent, type Instant, plusHours, type WorkingCalendar } from '@tallystick/kernel';
import type { Hit, Severity, Signal } from './types.ts';

/** What the watch looks at, already reduced to figures. Null: the source did not tell. */
export type WatchFacts = {
  /** Paid orders of the last 30 days, and the mean of the two stretches of 30 days before them, in minor units. */
  readonly gmvNowMinor: bigint | null;
  readonly gmvBeforeMinor: bigint | null;
  readonly dishonest: boolean | null;
};

const PPM = 1_000_000n;

/** EC-01: sales of 30 days against the 30 days before (mean of two); deeper than the red threshold is red. */
export function salesFall(signal: Signal, facts: WatchFacts): Hit | undefined {
  const { gmvNowMinor: now, gmvBeforeMinor: before } = facts;
  if (now === null || before === null || before <= 0n || signal.thresholdPpm === null) return undefined;
  const changePpm = ((now - before) * PPM) / before;
  if (changePpm > signal.thresholdPpm) return undefined;
  const red = signal.redThresholdPpm !== null && changePpm <= signal.redThresholdPpm;
  return {
    signal,
    severity: red ? 'red' : signal.severity,
    facts: { changePercent: formatPercent(changePpm), thresholdPercent: formatPercent(signal.thresholdPpm) },
  };
}

/** JU-01: on the list of dishonest judgment debtors. */
export const courtHit = (signal: Signal, facts: WatchFacts): Hit | undefined =>
  facts.dishonest ? { signal, severity: signal.severity, facts: { list: '失信被执行人' } } : undefined;

/** Every signal that the figures hit. */
export function hitsOf(signals: readonly Signal[], facts: WatchFacts): Hit[] {
  const rules: Readonly<Record<string, (s: Signal, f: WatchFacts) => Hit | undefined>> = { 'EC-01': salesFall, 'JU-01': courtHit };
  return signals.flatMap((s) => rules[s.code]?.(s, facts) ?? []);
}

/**
 * Handbook section 4: two open oranges of different categories, or four yellows within 30 days, weigh one level more. Answers the
 * severity of the new alert among those already open.
 */
export function aggregated(own: { severity: Severity; category: string }, others: readonly { severity: Severity; category: string }[]): Severity {
  if (own.severity === 'orange' && others.some((o) => o.severity === 'orange' && o.category !== own.category)) return 'red';
  if (own.severity === 'yellow' && others.filter((o) => o.severity === 'yellow').length >= 3) return 'orange';
  return own.severity;
}

/** Time to act: red 24 hours, orange 3 and yellow 10 working days, to the end of business. */
export function deadline(severity: Severity, now: Instant, today: CalendarDate, calendar: WorkingCalendar): Instant {
  if (severity === 'red') return plusHours(now, 24);
  return bankMoment(calendar.addWorkingDays(today, severity === 'orange' ? 3 : 10), 18 * 60);
}
