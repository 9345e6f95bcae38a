import { z } from 'zod';
import { command, query } from '#platform';
import { told } from '../repayment/commands.ts';
import { zAskExtension, zChangePlan, zDeclineExtension, zPlanChange, zPosted, zPreview } from '../schema.ts';
import { askExtension, declineExtension, grantAsked } from './requests.ts';
import { changePlan, previewChange } from './service.ts';

export const showChange = query({
  name: 'servicing.preview_change',
  says: { zh: '展期、重组试算', en: 'What an extension or a restructuring would change' },
  allow: ['BORROWER', 'POST_LOAN', 'COLLECTOR', 'RISK_MANAGER'],
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
  run: async (ctx, { reason, ...c }) => {
    const posted = await changePlan(ctx, c, reason);
    await grantAsked(ctx, c);
    return told(ctx, c.customerId, c.loanId, posted);
  },
});
const done = { done: true } as const;
export const askForExtension = command({
  name: 'servicing.ask_extension',
  says: { zh: '借款人申请展期', en: 'The borrower asks for an extension' },
  allow: ['BORROWER'],
  input: zAskExtension,
  output: z.object({ done: z.literal(true) }),
  run: async (ctx, i) => {
    await askExtension(ctx, i);
    return done;
  },
});
export const decline = command({
  name: 'servicing.decline_extension',
  says: { zh: '不同意展期申请', en: 'Decline a request for an extension' },
  allow: ['POST_LOAN', 'RISK_MANAGER'],
  input: zDeclineExtension,
  output: z.object({ done: z.literal(true) }),
  run: async (ctx, { reason, ...key }) => {
    await declineExtension(ctx, key, reason);
    return done;
  },
});
