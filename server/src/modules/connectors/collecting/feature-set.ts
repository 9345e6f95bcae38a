import { Bug, type CalendarDate } from '@tallystick/kernel';
import type { Facts, Part } from '../caller/source.ts';
import type { CallId, Feature, FeatureUnit, MerchantFeatures, Source, SourceState } from '../types.ts';
import { SOURCE_DEFS } from './sources.ts';

const EXACT = new Set<FeatureUnit>(['minor', 'ppm']);

export type SourceParts = { readonly source: Source; readonly state: SourceState; readonly reason: string | null; readonly parts: readonly Part[] };

/** Every feature of every source of the gathering: with its value and lineage, or with the reason why it is missing. Names are unique over sources. */
export function featureSet(sources: readonly SourceParts[], facts: Facts, asOf: CalendarDate): MerchantFeatures {
  const out: Record<string, Feature> = {};
  for (const def of SOURCE_DEFS) {
    const own = sources.find((s) => s.source === def.name);
    if (!own) continue;
    const figures = def.figures(own.parts, facts, asOf);
    for (const [name, unit] of Object.entries(def.features)) {
      const figure = figures[name];
      const value = figure?.value ?? null;
      if (value !== null && (typeof value === 'bigint') !== EXACT.has(unit)) throw new Bug(`${name} is given in another unit than it says`);
      out[name] = {
        value,
        unit,
        source: def.name,
        asOf,
        window: figure?.window ?? '',
        callId: figure?.callId ?? (null as CallId | null),
        missingReason: value === null ? (figure?.why ?? missingBecause(own)) : null,
      };
    }
  }
  return out;
}
const missingBecause = (s: SourceParts): string =>
  s.state === 'collected' ? 'not_in_answer' : s.state === 'no_record' ? 'no_record' : `${s.state}: ${s.reason ?? 'not asked'}`;

/** Text of a feature set: names in order, exact numbers as texts, so that equal sets are equal bytes. */
export const writeFeatures = (f: MerchantFeatures): string =>
  JSON.stringify(Object.fromEntries(Object.entries(f).sort(([a], [b]) => (a < b ? -1 : 1))), (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );

export function readFeatures(text: string): MerchantFeatures {
  const raw = JSON.parse(text) as Record<string, Feature & { value: string | number | boolean | null }>;
  return Object.fromEntries(
    Object.entries(raw).map(([name, f]) => [name, { ...f, value: f.value !== null && EXACT.has(f.unit) ? BigInt(f.value) : f.value }]),
  );
}
