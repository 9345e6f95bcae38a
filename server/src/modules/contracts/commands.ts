import { maskName } from '@tallystick/kernel';
import { z } from 'zod';
import { documentBytes } from '#modules/documents';
import { branchScope, command, fileQuery, query, zCustomerId } from '#platform';
import { contractsOfCustomer, listContracts } from './repo.ts';
import { zCheck, zChoice, zContract, zContractPage, zContracts, zFilter, zKey, zReading, zSigning } from './schema.ts';
import { acknowledgeReading, contract, requestSignCode, signContract, verifyContract } from './service.ts';
import { draftPdf } from './signing/sign-contract.ts';
import { chooseAmount } from './text/draft-contract.ts';
import { contractPage, contractRow } from './view.ts';

const STAFF = ['RELATIONSHIP_MANAGER', 'REVIEWER', 'APPROVER', 'DISBURSEMENT', 'POST_LOAN', 'RISK_MANAGER', 'COMPLIANCE', 'EXECUTIVE'] as const;
const zDone = z.object({ contract: zContract });

export const listAllContracts = query({
  name: 'contracts.list',
  says: { zh: '合同列表', en: 'List contracts' },
  allow: STAFF,
  input: zFilter,
  output: zContracts,
  run: async (ctx, f) => {
    const found = await listContracts(ctx.tx, {
      branchId: branchScope(ctx.actor),
      state: f.state ?? null,
      productCode: f.productCode ?? null,
      limit: f.limit,
      offset: f.offset,
    });
    return { items: found.items.map(contractRow), total: found.total };
  },
});
export const listOwnContracts = query({
  name: 'contracts.list_own',
  says: { zh: '客户的合同', en: "A customer's contracts" },
  allow: ['BORROWER', ...STAFF, 'SERVICE_AGENT'],
  input: z.object({ customerId: zCustomerId }),
  output: zContracts,
  run: async (ctx, { customerId }) => {
    const items = (await contractsOfCustomer(ctx.tx, customerId)).map(contractRow);
    return { items, total: items.length };
  },
});
export const showContract = query({
  name: 'contracts.show',
  says: { zh: '查看合同、综合融资成本明示表与还款计划', en: 'Read a contract with its cost statement and plan' },
  allow: ['BORROWER', ...STAFF],
  input: zKey,
  output: zContractPage,
  run: (ctx, i) => contractPage(ctx, i.customerId, i.contractId),
});
export const downloadContract = fileQuery({
  name: 'contracts.download',
  says: { zh: '下载合同 PDF', en: 'Download the contract as a PDF' },
  allow: ['BORROWER', ...STAFF],
  input: zKey,
  run: async (ctx, { customerId, contractId }) => {
    const c = await contract(ctx, customerId, contractId);
    const bytes = c.documentId === null ? await draftPdf(ctx, c) : (await documentBytes(ctx, customerId, c.documentId)).bytes;
    return { bytes, mediaType: 'application/pdf', fileName: `${c.contractNo}${c.documentId === null ? '-draft' : ''}.pdf` };
  },
});
export const verifyDocument = query({
  name: 'contracts.verify',
  says: { zh: '核验合同签名', en: 'Verify the signatures of a contract' },
  allow: ['BORROWER', ...STAFF],
  input: zKey,
  output: zCheck,
  run: async (ctx, i) => {
    const check = await verifyContract(ctx, i.customerId, i.contractId);
    // The first signature is the borrower's: staff see names masked.
    const shown = (signer: string, i: number): string => (i === 0 && ctx.actor.kind === 'staff' ? maskName(signer) : signer);
    return { ...check, signatures: check.signatures.map((s, i) => ({ ...s, signer: shown(s.signer, i) })) };
  },
});
export const choose = command({
  name: 'contracts.choose_amount',
  says: { zh: '借款人选择用款金额与期限', en: 'The borrower chooses amount and term' },
  allow: ['BORROWER'],
  input: zChoice,
  output: zDone,
  run: async (ctx, i) => {
    const asked = { amountMinor: i.amount, ...(i.months !== undefined && { months: i.months }) };
    return { contract: contractRow(await chooseAmount(ctx, i.customerId, i.contractId, asked)) };
  },
});
export const acknowledge = command({
  name: 'contracts.acknowledge_reading',
  says: { zh: '确认已阅读全文', en: 'Confirm having read all of it' },
  allow: ['BORROWER'],
  input: zReading,
  output: zDone,
  run: async (ctx, i) => {
    await acknowledgeReading(ctx, i.customerId, i.contractId, i);
    return { contract: contractRow(await contract(ctx, i.customerId, i.contractId)) };
  },
});
export const requestCode = command({
  name: 'contracts.request_sign_code',
  says: { zh: '获取签署验证码', en: 'Get a code for signing' },
  allow: ['BORROWER'],
  input: zKey,
  output: z.object({ sent: z.boolean() }),
  run: async (ctx, i) => {
    await requestSignCode(ctx, i.customerId, i.contractId);
    return { sent: true };
  },
});
export const sign = command({
  name: 'contracts.sign',
  says: { zh: '借款人签署合同', en: 'The borrower signs' },
  allow: ['BORROWER'],
  input: zSigning,
  output: zDone,
  run: async (ctx, i) => {
    await signContract(ctx, i.customerId, i.contractId, i);
    return { contract: contractRow(await contract(ctx, i.customerId, i.contractId)) };
  },
});
