import { z } from 'zod';
import { zYuan } from '../caller/numbers.ts';

const zHeader = z.object({ report_no: z.string(), query_time: z.string(), query_reason: z.string() });
const zInquiry = z.object({ date: z.iso.date(), org: z.string(), reason: z.string() });
export const zAccount = z.object({
  account_id: z.string(),
  org: z.string(),
  type: z.string(),
  open_date: z.iso.date(),
  limit: zYuan,
  balance: zYuan,
  five_class: z.string(),
  due_amount: zYuan,
  overdue_amount: zYuan,
  overdue_months: z.number().int().min(0),
  status: z.string(),
  monthly_status: z.string().regex(/^[N1-7DZCG#*]{0,60}$/),
});
/** Only the blocks that features are made of; whatever else a report carries stays in the sealed original. */
export const zPersonReport = z.object({
  header: zHeader,
  accounts: z.array(zAccount).max(500),
  guarantee: z.object({ personal_guarantee_balance: zYuan, personal_other_liability_balance: zYuan, enterprise_guarantee_balance: zYuan }),
  inquiry: z.object({ records: z.array(zInquiry).max(5000) }),
  other: z.object({ annotations: z.array(z.object({ date: z.iso.date(), text: z.string() })) }),
});
export const zFirmReport = z.object({
  header: zHeader,
  loans: z
    .array(
      z.object({
        account_id: z.string(),
        org: z.string(),
        product: z.string(),
        open_date: z.iso.date(),
        amount: zYuan,
        balance: zYuan,
        five_class: z.string(),
        overdue_months: z.number().int().min(0),
        worst_overdue_months_24m: z.number().int().min(0).nullable(),
      }),
    )
    .max(500),
  guarantees: z.array(z.object({ amount: zYuan, balance: zYuan, five_class: z.string() })),
  queries: z.array(zInquiry).max(5000),
});
export const BUREAU_SHAPES = { person: zPersonReport, enterprise: zFirmReport };
