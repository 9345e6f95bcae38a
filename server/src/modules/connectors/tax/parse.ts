import { z } from 'zod';
import { zYuan } from '../caller/numbers.ts';

export const zTaxpayer = z.object({
  taxpayer_type: z.string(),
  tax_credit_grade: z.enum(['A', 'B', 'M', 'C', 'D']),
  grade_year: z.number().int(),
  status: z.string(),
  declared_revenue: z.array(z.object({ period: z.string().regex(/^\d{4}-\d{2}$/), amount: zYuan, tax_paid: zYuan })).max(60),
  tax_arrears: zYuan,
  filing_on_time_count: z.number().int().min(0),
  filing_count: z.number().int().min(0),
  penalty_count: z.number().int().min(0),
  inspection_flag: z.boolean(),
});
export const TAX_SHAPES = { taxpayer: zTaxpayer };
