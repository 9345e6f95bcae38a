/** A text in both languages. */
export type Wording = { readonly zh: string; readonly en: string };
/** What people read for the codes of one kind: `{ bureau: { zh: '征信', en: 'credit bureau' } }`. */
export type Words = Readonly<Record<string, Wording>>;

/** Builds words from pairs, Chinese first. */
export const words = <C extends string>(pairs: Readonly<Record<C, readonly [zh: string, en: string]>>): Readonly<Record<C, Wording>> =>
  Object.fromEntries(Object.entries<readonly [string, string]>(pairs).map(([code, [zh, en]]) => [code, { zh, en }])) as Record<C, Wording>;

/** The codes as people read them, listed; a code without a word stays as it is. */
export const listed = (known: Words, codes: readonly string[]): Wording => ({
  zh: codes.map((c) => known[c]?.zh ?? c).join('、'),
  en: codes.map((c) => known[c]?.en ?? c).join(', '),
});

/** What a refusal code answers with: HTTP status and what to do, in both languages. `{name}` is filled from the facts. */
export type RefusalEntry = Wording & { readonly status: number };
/** Words for facts that are codes, by the fact's name: `{ scope: { bureau: … } }`. */
export type FactWords = Readonly<Record<string, Words>>;

/** One field that was refused; `field` is a dotted path into the input. */
export type FieldFault = { readonly field: string; readonly code: string; readonly facts?: Facts };
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** An expected no. Its code is in the catalogue; nothing was changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly field: string | undefined;
  readonly facts: Facts;
  readonly faults: readonly FieldFault[];
  constructor(code: string, detail: { field?: string; facts?: Facts; faults?: readonly FieldFault[] } = {}) {
    super(code);
    this.code = code;
    this.field = detail.field;
    this.facts = detail.facts ?? {};
    this.faults = detail.faults ?? [];
  }
}

/**
 * Makes a typed thrower for one module's catalogue: `const refuse = refuser(catalogue); throw refuse('ledger.unbalanced')`.
 * A code outside the catalogue does not compile.
 */
export function refuser<C extends Readonly<Record<string, RefusalEntry>>>(_catalogue: C) {
  return (code: Extract<keyof C, string>, detail?: { field?: string; facts?: Facts; faults?: readonly FieldFault[] }): Refusal =>
    new Refusal(code, detail);
}

/** An entry's text with its facts filled in; codes the words know, alone or as `a, b`, are told as people read them. */
export function told(entry: Wording, facts: Facts, words: FactWords = {}): Wording {
  const filled = (language: 'zh' | 'en'): string =>
    entry[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const fact = facts[name];
      const known = words[name];
      return known !== undefined && typeof fact === 'string' ? listed(known, fact.split(', '))[language] : String(fact ?? whole);
    });
  return { zh: filled('zh'), en: filled('en') };
}
