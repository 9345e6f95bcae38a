import type { SourceName } from './sources.ts';

export const FAULT_MODES = [
  'none',
  'timeout',
  'no_record',
  'partial',
  'malformed',
  'wrong_shape',
  'quota',
  'error',
  'duplicate_callback',
  'lost_answer',
] as const;
export type FaultMode = (typeof FAULT_MODES)[number];
/** `times` counts down and the fault is gone at zero; without it the fault stays. `subject` limits it to requests that name the subject. */
export type Fault = { readonly mode: FaultMode; readonly latency_ms?: number; times?: number; readonly subject?: string };

/** The switches of all sources. One fault per source and subject; a fault for the subject comes before the general one. */
export type Faults = {
  set(source: SourceName, fault: Fault): void;
  clear(): void;
  all(): Record<string, readonly Fault[]>;
  /** The fault that meets this call, counted as used. */
  take(source: SourceName, identifiers: readonly string[]): Fault | undefined;
};

export function createFaults(): Faults {
  const bySource = new Map<SourceName, Fault[]>();
  return {
    set(source, fault) {
      const others = (bySource.get(source) ?? []).filter((f) => f.subject !== fault.subject);
      const plain = fault.mode === 'none' && fault.latency_ms === undefined;
      bySource.set(source, plain ? others : [...others, fault].sort((a, b) => Number(a.subject === undefined) - Number(b.subject === undefined)));
    },
    clear: () => bySource.clear(),
    all: () => Object.fromEntries(bySource),
    take(source, identifiers) {
      const list = bySource.get(source);
      const hit = list?.find((f) => f.subject === undefined || identifiers.includes(f.subject));
      if (!list || hit?.times === undefined) return hit;
      hit.times -= 1;
      if (hit.times <= 0) list.splice(list.indexOf(hit), 1);
      return hit;
    },
  };
}

/** Reads a fault; a plain sentence when it is not one. */
export function readFault(input: unknown): Fault | string {
  if (typeof input !== 'object' || input === null) return 'the body must be an object with "mode"';
  const { mode = 'none', latency_ms, times, subject, ...rest } = input as Record<string, unknown>;
  if (!FAULT_MODES.includes(mode as FaultMode)) return `mode must be one of ${FAULT_MODES.join(', ')}`;
  const extra = Object.keys(rest)[0];
  if (extra !== undefined) return `${extra}: no such field; known are mode, latency_ms, times, subject`;
  if (latency_ms !== undefined && !whole(latency_ms, 0, 120_000)) return 'latency_ms must be a whole number from 0 to 120000';
  if (times !== undefined && !whole(times, 1, 1_000_000)) return 'times must be a whole number from 1';
  if (subject !== undefined && (typeof subject !== 'string' || subject === '')) return 'subject must be an identifier';
  return {
    mode: mode as FaultMode,
    ...(latency_ms === undefined ? {} : { latency_ms }),
    ...(times === undefined ? {} : { times }),
    ...(subject === undefined ? {} : { subject }),
  };
}
const whole = (value: unknown, low: number, high: number): value is number =>
  Number.isInteger(value) && Number(value) >= low && Number(value) <= high;
