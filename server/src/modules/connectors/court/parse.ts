import { z } from 'zod';
import { zYuan } from '../caller/numbers.ts';

export const zCourtRecord = z.object({
  list_type: z.string(),
  match_level: z.enum(['exact_id', 'name_only']),
  case_no: z.string(),
  court: z.string(),
  role: z.string(),
  amount: zYuan,
  date: z.iso.date(),
  status: z.string(),
  source_url: z.string(),
  removed_date: z.iso.date().nullable(),
});
export const zCourtRecords = z.object({ match_count: z.number().int().min(0), records: z.array(zCourtRecord).max(500) });
export const COURT_SHAPES = { records: zCourtRecords };
