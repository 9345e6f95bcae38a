import { type CalendarDate, divRound, PPM } from '@tallystick/kernel';
import { staffById } from '#modules/access';
import type { Ctx, StaffId } from '#platform';
import { replayDecision } from '../../deciding/replay.ts';
import { reportPersons, reportRecordIds, reportShares } from './list-repo.ts';

/** Decisions computed again for the share that comes out the same: the newest ones, so that the report stays quick. */
const REPLAYED = 20;
const share = (part: bigint, whole: bigint): bigint | null => (whole === 0n ? null : divRound(part * PPM, whole, 'half_up'));

/** How far deciding runs by itself (S2-39): share without people, touches a case, appeals, decisions computed again, and how often each person left the tables. */
export async function reviewFigures(ctx: Ctx, span: { from: CalendarDate; to: CalendarDate; branchId: string | null }) {
  const s = await reportShares(ctx.tx, span);
  const records = await reportRecordIds(ctx.tx, span, REPLAYED);
  let same = 0;
  for (const r of records) if ((await replayDecision(ctx, r.customerId, r.id)).equal) same += 1;
  const persons = [];
  for (const p of await reportPersons(ctx.tx, span)) {
    const { name } = await staffById(ctx, p.staffId as StaffId);
    persons.push({
      staffId: p.staffId,
      name,
      opinions: Number(p.opinions),
      approved: Number(p.approved),
      rejected: Number(p.rejected),
      betterThanTables: Number(p.betterThanTables),
      overridePpm: share(p.betterThanTables, p.approved),
      gradesAsked: Number(p.gradesAsked),
      gradesRaised: Number(p.gradesRaised),
    });
  }
  return {
    decisions: Number(s.decisions),
    automatic: Number(s.automatic),
    automaticPpm: share(s.automatic, s.decisions),
    referred: Number(s.referred),
    reviewed: Number(s.reviewed),
    touches: Number(s.touches),
    touchesPerCase: s.reviewed === 0n ? null : Math.round((Number(s.touches) * 10) / Number(s.reviewed)) / 10,
    appeals: Number(s.appeals),
    appealsChanged: Number(s.appealsChanged),
    replayed: records.length,
    same,
    persons,
  };
}
