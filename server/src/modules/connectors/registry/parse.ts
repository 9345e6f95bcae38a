import { z } from 'zod';
import { zRatio, zYuan } from '../caller/numbers.ts';

export const zRegistryRecord = z.object({
  uscc: z.string(),
  name: z.string(),
  legal_person: z.string(),
  legal_person_id: z.string(),
  registered_capital: zYuan,
  establish_date: z.iso.date(),
  status: z.string(),
  industry: z.string(),
  address: z.string(),
  shareholders: z.array(z.object({ name: z.string(), ratio: zRatio })).max(200),
  beneficial_owners: z.array(z.object({ name: z.string(), ratio: zRatio })).max(50),
  change_log: z.array(z.object({ item: z.string(), date: z.iso.date() })).max(1000),
  equity_pledge: z.array(z.object({ status: z.string() })),
  abnormal_list: z.array(z.object({ date_in: z.iso.date(), date_out: z.iso.date().nullable() })),
  serious_illegal: z.array(z.unknown()),
  penalties: z.array(z.unknown()),
  annual_reports: z.array(z.object({ year: z.number().int(), employees: z.number().int().min(0), revenue: zYuan })),
});
export const REGISTRY_SHAPES = { enterprise: zRegistryRecord };
