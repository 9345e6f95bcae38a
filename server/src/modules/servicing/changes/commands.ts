import { command, query } from '#platform';
import { told } from '../repayment/commands.ts';
import { zChangePlan, zPlanChange, zPosted, zPreview } from '../schema.ts';
import { changePlan, previewChange } from './service.ts';

export const showChange = query({
  name: 'servicing.preview_change',
  says: { zh: '展期、重组试算', en: 'What an extension or a restructuring would change' },
  allow: ['POST_LOAN', 'COLLECTOR', 'RISK_MANAGER'],
  input: zPlanChange,
  output: zPreview,
  run: previewChange,
});
export const change = command({
  name: 'servicing.change_plan',
  says: { zh: '展期或重组（双人复核）', en: 'Extend or restructure a loan (two persons)' },
  allow: ['POST_LOAN', 'RISK_MANAGER'],
  input: zChangePlan,
  output: zPosted,
  // What cannot be is refused before anybody is asked.
  dual: async (ctx, i) => {
    await previewChange(ctx, i);
    return true;
  },
  run: async (ctx, { reason, ...c }) => told(ctx, c.customerId, c.loanId, await changePlan(ctx, c, reason)),
});
