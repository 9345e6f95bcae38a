import type { CalendarDate } from '@tallystick/kernel';
import { branchScope, type Ctx } from '#platform';
import { FUNNEL, passedPpm } from '../rules.ts';
import { reportDropouts, reportFunnel } from './repo.ts';

/**
 * Visit → lead → join → apply → approve → sign → disburse, by campaign: how many reached each step in the span, the share of the step before, and
 * why others did not reach it. A funnel of a span, not of a cohort: who applied in it may have visited before it.
 */
export async function funnel(ctx: Ctx, from: CalendarDate, to: CalendarDate) {
  const span = { from, to, branchId: branchScope(ctx.actor) };
  // Visits have no branch: whoever sees one branch does not see nought of them.
  const shown = FUNNEL.filter((step) => step !== 'visit' || span.branchId === null);
  const counted = await reportFunnel(ctx.tx, span);
  const dropped = await reportDropouts(ctx.tx, span);
  const names = [...new Set([...counted, ...dropped].map((c) => c.campaign))].sort();
  return {
    campaigns: names.map((campaign) => {
      const countOf = (step: string): number => Number(counted.find((c) => c.campaign === campaign && c.step === step)?.n ?? 0n);
      const steps = shown.map((step, i) => {
        const before = shown[i - 1];
        const dropouts = dropped.filter((d) => d.campaign === campaign && d.step === step).map((d) => ({ reason: d.reason, count: Number(d.n) }));
        return { step, count: countOf(step), passed: passedPpm(countOf(step), before && countOf(before)), dropouts };
      });
      return { campaign, steps };
    }),
  };
}
