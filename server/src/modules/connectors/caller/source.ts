import type { CalendarDate } from '@tallystick/kernel';
import type { z } from 'zod';
import type { ConsentScope } from '#modules/customers';
import type { CallId, FeatureUnit, FeatureValue, Purpose, Source } from '../types.ts';
import type { ReadState, Subject } from './envelope.ts';

/** What a source may be told about the customer, unsealed; lives in memory only. */
export type Facts = {
  readonly name: string | null;
  readonly idNo: string | null;
  readonly mobile: string;
  readonly enterpriseName: string | null;
  readonly uscc: string | null;
  readonly shops: readonly { readonly shopId: string; readonly platform: string }[];
  /** Our own books: the day of the first payout. */
  readonly firstPaidOutOn: CalendarDate | null;
  /** Version of the definition of a first-time borrower in force (FST-02). */
  readonly firstLoanDefinition: string;
};

/** One question: `kind` is the path under /query, `part` tells questions of one kind apart ("person", a shop). `fields` go beside the envelope. */
export type Question = {
  readonly kind: string;
  readonly part: string;
  readonly subject: Subject;
  readonly fields?: Readonly<Record<string, unknown>>;
};

/** A settled question with what came back; `data` fits the source's shape, or is undefined. */
export type Part = {
  readonly callId: CallId;
  readonly kind: string;
  readonly part: string;
  readonly state: ReadState | 'timeout' | 'unreachable' | 'too_large';
  readonly data: unknown;
};

/** A figure before it gets its lineage. `window` as in Feature; `why` when there is no value. */
export type Figure = { readonly value: FeatureValue | null; readonly window?: string; readonly why?: string; readonly callId?: CallId };
export type Figures<N extends string = string> = Partial<Record<N, Figure>>;

/** One outside source. Every source is a folder with the same five files: source, request, parse, features, and their test. */
export type SourceDef = {
  readonly name: Source;
  readonly scope: ConsentScope;
  /** Kinds asked over and their shapes. */
  readonly shapes: Readonly<Record<string, z.ZodObject>>;
  /** What to ask, or why nothing can be asked about this customer. */
  questions(facts: Facts, purpose: Purpose, asOf: CalendarDate): readonly Question[] | { readonly notApplicable: string };
  /** The features it gives, with their units. */
  readonly features: Readonly<Record<string, FeatureUnit>>;
  figures(parts: readonly Part[], facts: Facts, asOf: CalendarDate): Figures;
};

/** The data of one kind and part, typed by its shape; undefined when it was not answered. */
export function dataOf<S extends z.ZodObject>(
  parts: readonly Part[],
  kind: string,
  _shape: S,
  part?: string,
): { data: Partial<z.output<S>>; callId: CallId } | undefined {
  const found = parts.find((p) => p.kind === kind && (part === undefined || p.part === part) && p.data !== undefined);
  return found && { data: found.data as Partial<z.output<S>>, callId: found.callId };
}
/** Whether the source answered that it knows nothing. */
export const isUnknown = (parts: readonly Part[], kind: string, part?: string): boolean =>
  parts.some((p) => p.kind === kind && (part === undefined || p.part === part) && p.state === 'no_record');
