import { type CalendarDate, HOUSE } from '@tallystick/kernel';
import type { Tx } from '#platform';

export type Counted = { campaign: string; step: string; n: bigint };
export type Dropped = { campaign: string; step: string; reason: string; n: bigint };
type Span = { from: CalendarDate; to: CalendarDate; branchId: string | null };
/** Visits, leads and customers by campaign and step whose day lies in the span. Visits have no branch: they count only for the whole bank. */
export async function reportFunnel(tx: Tx, s: Span): Promise<Counted[]> {
  const visits =
    s.branchId === null
      ? await tx.query<Counted>(
          `select campaign, 'visit' as step, sum(visits)::bigint as n from engagement.visit where day between $1 and $2 group by campaign`,
          [s.from, s.to],
        )
      : [];
  const leads = await tx.query<Counted>(
    `select campaign, 'lead' as step, count(*) as n from engagement.lead where customer_id = $1 and created_on between $2 and $3 and ($4::text is null or branch_id = $4) group by campaign`,
    [HOUSE, s.from, s.to, s.branchId],
  );
  const steps = await tx.query<Counted>(
    `/* batch */ select campaign, step, count(*) as n from engagement.journey where reached_on between $1 and $2 and ($3::text is null or branch_id = $3) group by campaign, step`,
    [s.from, s.to, s.branchId],
  );
  return [...visits, ...leads, ...steps];
}
/** Why people did not go on, by campaign and the step they did not reach. */
export async function reportDropouts(tx: Tx, s: Span): Promise<Dropped[]> {
  const leads = await tx.query<Dropped>(
    `select campaign, 'join' as step, lost_reason as reason, count(*) as n from engagement.lead
     where customer_id = $1 and state = 'lost' and created_on between $2 and $3 and ($4::text is null or branch_id = $4) group by campaign, lost_reason`,
    [HOUSE, s.from, s.to, s.branchId],
  );
  const rest = await tx.query<Dropped>(
    `/* batch */ select campaign, before_step as step, reason, count(*) as n from engagement.dropout where dropped_on between $1 and $2 and ($3::text is null or branch_id = $3)
     group by campaign, before_step, reason`,
    [s.from, s.to, s.branchId],
  );
  return [...leads, ...rest];
}
