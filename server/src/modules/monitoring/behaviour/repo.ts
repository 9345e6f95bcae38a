import type { BehaviourPolicy, Bilingual } from '@tallystick/engines/scorecard';
import { type CalendarDate, type CustomerId, type Instant, must } from '@tallystick/kernel';
import type { Tx } from '#platform';

export type ScoreReason = { readonly code: string; readonly label: Bilingual; readonly lostPoints: number };
/** The behaviour score of a customer over the months up to `month` (its first day); without points the history is too short. */
export type BehaviourScore = {
  readonly customerId: CustomerId;
  readonly month: CalendarDate;
  readonly modelId: string;
  readonly modelVersion: string;
  readonly months: number;
  readonly points: number | null;
  readonly line: 'raise' | 'keep' | 'cut' | null;
  readonly collectionPriority: 1 | 2 | 3 | null;
  readonly fall: number | null;
  readonly reasons: readonly ScoreReason[];
  readonly windows: Readonly<Record<string, number | null>>;
  readonly scoredOn: CalendarDate;
};

/** Writes scores; answers the customers that had none for that month. */
export async function batchInsertScores(tx: Tx, scores: readonly BehaviourScore[], at: Instant): Promise<Set<CustomerId>> {
  const made = await tx.query<{ customerId: CustomerId }>(
    `insert into monitoring.behaviour_score (customer_id, month, model_id, model_version, months, points, line, collection_priority, fall, reasons, windows, scored_on, at)
     select c, m, i, v, n, p, l, k, f, r::jsonb, w::jsonb, o, $13 from unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::int[], $6::int[], $7::text[], $8::int[], $9::int[],
       $10::text[], $11::text[], $12::date[]) as s(c, m, i, v, n, p, l, k, f, r, w, o)
     on conflict (customer_id, month) do nothing returning customer_id as "customerId"`,
    [
      scores.map((s) => s.customerId),
      scores.map((s) => s.month),
      scores.map((s) => s.modelId),
      scores.map((s) => s.modelVersion),
      scores.map((s) => s.months),
      scores.map((s) => s.points),
      scores.map((s) => s.line),
      scores.map((s) => s.collectionPriority),
      scores.map((s) => s.fall),
      scores.map((s) => JSON.stringify(s.reasons)),
      scores.map((s) => JSON.stringify(s.windows)),
      scores.map((s) => s.scoredOn),
      at,
    ],
  );
  return new Set(made.map((m) => m.customerId));
}

export const batchScored = async (tx: Tx, month: CalendarDate): Promise<Set<CustomerId>> =>
  new Set(
    (
      await tx.query<{ customerId: CustomerId }>('select /* batch */ customer_id as "customerId" from monitoring.behaviour_score where month = $1', [
        month,
      ])
    ).map((s) => s.customerId),
  );

/** A customer's scores, newest first. */
export const scoresOf = (tx: Tx, customerId: CustomerId, limit: number): Promise<BehaviourScore[]> =>
  tx.query(
    `select customer_id as "customerId", month, model_id as "modelId", model_version as "modelVersion", months, points, line, collection_priority as "collectionPriority", fall, reasons,
       windows, scored_on as "scoredOn" from monitoring.behaviour_score where customer_id = $1 order by month desc limit $2`,
    [customerId, limit],
  );

const POLICY = {
  fewestMonths: 'behaviour_fewest_months',
  raiseFrom: 'behaviour_raise_from',
  cutBelow: 'behaviour_cut_below',
  collectFirstBelow: 'behaviour_collect_first_below',
  collectSecondBelow: 'behaviour_collect_second_below',
  alertDrop: 'behaviour_alert_fall',
} as const satisfies Record<keyof BehaviourPolicy, string>;

/** What a score leads to on a day: the dated rows of monitoring.parameter. */
export async function behaviourPolicy(tx: Tx, on: CalendarDate): Promise<BehaviourPolicy> {
  const rows = await tx.kept<{ name: string; value: bigint }>(
    `select name, value from monitoring.parameter where starts_with(name, 'behaviour_') and effective_from <= $1 and (effective_to is null or effective_to > $1)`,
    [on],
  );
  const figure = (name: string): number => Number(must(rows.find((r) => r.name === name)?.value, name));
  return Object.fromEntries(Object.entries(POLICY).map(([key, name]) => [key, figure(name)])) as BehaviourPolicy;
}
