import { type Facts, must, type Refusal, type RefusalEntry } from '@tallystick/kernel';
import { type Mount, platformRefusals } from '#platform';

export type Catalogue = ReadonlyMap<string, RefusalEntry>;
export type RefusalBody = {
  code: string;
  zh: string;
  en: string;
  field?: string;
  facts: Facts;
  faults: { field: string; code: string; zh: string; en: string }[];
  requestId: string;
};

/** The whole catalogue: the platform's, the engines' and kernel's (listed by the mounts that use them), each module's. */
export function catalogueOf(mounts: readonly Mount[]): Catalogue {
  const all = new Map<string, RefusalEntry>(Object.entries(platformRefusals));
  for (const m of mounts) for (const [code, entry] of Object.entries(m.refusals ?? {})) all.set(code, entry);
  return all;
}

const filled = (text: string, facts: Facts): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));

/** What the caller is told: the code, what to do in both languages, and each refused field. */
export function replyTo(refusal: Refusal, catalogue: Catalogue, requestId: string): { status: number; body: RefusalBody } {
  const entry = must(catalogue.get(refusal.code), `refusal ${refusal.code} is not in the catalogue`);
  const body: RefusalBody = {
    code: refusal.code,
    zh: filled(entry.zh, refusal.facts),
    en: filled(entry.en, refusal.facts),
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    facts: refusal.facts,
    faults: refusal.faults.map((f) => {
      const told = must(catalogue.get(f.code), `refusal ${f.code} is not in the catalogue`);
      return { field: f.field, code: f.code, zh: filled(told.zh, f.facts ?? {}), en: filled(told.en, f.facts ?? {}) };
    }),
    requestId,
  };
  return { status: entry.status, body };
}
