/** What a refusal code answers with: HTTP status and what to do, in both languages. `{name}` is filled from the facts. */
export type RefusalEntry = { readonly status: number; readonly zh: string; readonly en: string };

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
