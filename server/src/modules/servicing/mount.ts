import { words } from '@tallystick/kernel';
import { accountChecked, paymentReturned, paymentSettled } from '#modules/connectors';
import { contractSigned } from '#modules/contracts';
import { hears, mount } from '#platform';
import { verifies } from './daily/checks.ts';
import { daily } from './daily/steps.ts';
import { settlePapers } from './jobs.ts';
import { CONDITION_WORDS } from './payout/conditions.ts';
import { preparePayout } from './payout/prepare.ts';
import { learnAccount, learnPayment, learnReturn } from './payout/service.ts';
import { PAYOUT_WORDS } from './payout/types.ts';
import { servicingRefusals } from './refusals.ts';
import { settleDeducted, undoDeducted } from './repayment/deduct.ts';
import { settleRefunded, undoRefunded } from './repayment/refund.ts';
import { routes } from './routes.ts';

const isRefund = (told: { subject: string }): boolean => told.subject.startsWith('loan_');

export default mount({
  name: 'servicing',
  routes,
  refusals: servicingRefusals,
  words: { state: PAYOUT_WORDS, open: CONDITION_WORDS },
  acts: words({ 'servicing.loan_opened': ['借据建立', 'Loan opened'] }),
  jobs: [settlePapers],
  hears: [
    hears(contractSigned, 'servicing.prepare_payout', (ctx, e) => preparePayout(ctx, e.customerId, e.contractId)),
    hears(accountChecked, 'servicing.learn_account', learnAccount),
    // Money going out is a payout, or a refund: the latter names the loan.
    hears(paymentSettled, 'servicing.learn_payment', (ctx, e) =>
      e.kind === 'deduct' ? settleDeducted(ctx, e) : isRefund(e) ? settleRefunded(ctx, e) : learnPayment(ctx, e),
    ),
    hears(paymentReturned, 'servicing.learn_return', (ctx, e) =>
      e.kind === 'deduct' ? undoDeducted(ctx, e) : isRefund(e) ? undoRefunded(ctx, e) : learnReturn(ctx, e),
    ),
  ],
  daily,
  verifies,
});
