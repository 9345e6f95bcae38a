import { type Facts, type FactWords, must, type Refusal, type RefusalEntry, told } from '@tallystick/kernel';
import { type Mount, platformRefusals } from '#platform';

export type Catalogue = ReadonlyMap<string, RefusalEntry & { readonly words?: FactWords }>;
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
  const all = new Map<string, RefusalEntry & { words?: FactWords }>(Object.entries(platformRefusals));
  for (const m of mounts)
    for (const [code, entry] of Object.entries(m.refusals ?? {})) all.set(code, m.words === undefined ? entry : { ...entry, words: m.words });
  return all;
}

/** What the caller is told: the code, what to do in both languages, and each refused field. */
export function replyTo(refusal: Refusal, catalogue: Catalogue, requestId: string): { status: number; body: RefusalBody } {
  const say = (code: string, facts: Facts) => {
    const entry = must(catalogue.get(code), `refusal ${code} is not in the catalogue`);
    return { status: entry.status, text: told(entry, facts, entry.words) };
  };
  const { status, text } = say(refusal.code, refusal.facts);
  const body: RefusalBody = {
    code: refusal.code,
    ...text,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    facts: refusal.facts,
    faults: refusal.faults.map((f) => ({ field: f.field, code: f.code, ...say(f.code, f.facts ?? {}).text })),
    requestId,
  };
  return { status, body };
}
