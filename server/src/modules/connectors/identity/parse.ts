import { z } from 'zod';

export const zElements = z.object({ matched: z.boolean(), elements: z.record(z.string(), z.boolean()) });
export const zPhone = z.object({
  matched: z.boolean(),
  real_name: z.boolean(),
  tenure_months: z.number().int().min(0),
  carrier: z.string(),
  status: z.string(),
});
export const zAml = z.object({ hit: z.boolean(), lists: z.array(z.object({ list: z.string(), match_level: z.string() })) });
export const IDENTITY_SHAPES = { 'two-element': zElements, 'three-element': zElements, phone: zPhone, aml: zAml };
