import { must } from '@tallystick/kernel';
import { z } from 'zod';
import { contract, settlementCertificate } from '#modules/contracts';
import { addTimeline, identity } from '#modules/customers';
import { storeDocument } from '#modules/documents';
import { notify } from '#modules/notifications';
import { job, zCustomerId, zId } from '#platform';
import { findLoan } from './loans-repo.ts';

/** After the last payment: the certificate of settlement into the customer's papers, a message, a line in the story. */
export const settlePapers = job({
  name: 'servicing.settle_papers',
  payload: z.object({ customerId: zCustomerId, loanId: zId('loan') }),
  run: async (ctx, { customerId, loanId }) => {
    const loan = must(await findLoan(ctx.tx, customerId, loanId), 'a settled loan is there');
    if (loan.status !== 'settled' || loan.settledOn === null) return; // A payment was reversed meanwhile.
    const [who, { contractNo }] = [await identity(ctx, customerId), await contract(ctx, customerId, loan.contractId)];
    const facts = {
      borrower: who.name ?? who.enterpriseName ?? '',
      idNo: who.idNo ?? who.uscc ?? '',
      contractNo,
      loanNo: loan.loanNo,
      startOn: loan.startOn,
      settledOn: loan.settledOn,
      principalMinor: loan.terms.principalMinor,
    };
    const bytes = await settlementCertificate(facts, ctx.today, ctx.now);
    await storeDocument(ctx, {
      customerId,
      kind: 'settlement_certificate',
      name: `${loan.loanNo}-settled.pdf`,
      bytes,
      source: 'generated',
      subject: loanId,
    });
    await notify(ctx, {
      customerId,
      template: 'loan_settled',
      params: { reference: loan.loanNo },
      to: { mobile: who.mobile },
      channels: ['in_app', 'sms'],
      purpose: 'service',
    });
    await addTimeline(ctx, {
      customerId,
      kind: 'servicing.settled',
      subject: loanId,
      zh: `贷款 ${loan.loanNo} 已结清`,
      en: `Loan ${loan.loanNo} is settled`,
      link: `/customers/${customerId}/loans/${loanId}`,
    });
  },
});
