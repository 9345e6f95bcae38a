import { z } from 'zod';
import { listInput, listOf, zAmount, zCustomerId, zDate, zId, zInstant, zMobile, zMoney, zPercent, zText } from '#platform';
import { FUNNEL } from './rules.ts';
import { LEAD_STATES, LOST_REASONS, PAGES } from './types.ts';

/** Shapes that cross the edge. */
const zCode = z.string().regex(/^[a-z0-9-]{2,40}$/);
export const zDone = z.object({ done: z.literal(true) });
export const zReceived = z.object({ received: z.literal(true) });
export const zVisit = z.object({ page: z.enum(PAGES), campaign: zCode.optional() });
const consent = z.object({ version: zText(20), hash: z.string().regex(/^[0-9a-f]{64}$/) });
export const zLeadForm = z.object({
  name: zText(50),
  mobile: zMobile,
  campaign: zCode.optional(),
  need: zMoney.optional(),
  note: zText(300).optional(),
  region: z
    .string()
    .regex(/^\d{2,6}$/)
    .optional(),
  consent,
});
export const zLanding = z.object({
  products: z.array(
    z.object({
      code: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      saysZh: z.string(),
      saysEn: z.string(),
      minAmountMinor: zAmount,
      maxAmountMinor: zAmount,
      minMonths: z.number().int(),
      maxMonths: z.number().int(),
      methods: z.array(z.string()),
      decisionMinutes: z.number().int(),
      documents: z.array(z.object({ kind: z.string(), obtainableFrom: z.string().nullable(), mandatory: z.boolean() })),
      example: z.object({
        amountMinor: zAmount,
        months: z.number().int(),
        method: z.string(),
        ratePpm: zPercent,
        firstPaymentMinor: zAmount,
        interestMinor: zAmount,
        totalMinor: zAmount,
        allInPpm: zPercent,
      }),
    }),
  ),
});
const zLead = z.object({
  id: zId('lead'),
  name: z.string(),
  mobile: z.string(),
  campaign: z.string(),
  origin: z.enum(['landing', 'staff']),
  needMinor: zAmount.nullable(),
  note: z.string().nullable(),
  branchId: zId('bran'),
  ownerId: zId('staf').nullable(),
  state: z.enum(LEAD_STATES),
  askedTimes: z.number().int(),
  lostReason: z.enum(LOST_REASONS).nullable(),
  convertedTo: zCustomerId.nullable(),
  consentedAt: zInstant,
  createdOn: zDate,
  createdAt: zInstant,
  version: z.number().int(),
});
export const zListLeads = z.object({
  ...listInput,
  state: z.enum(LEAD_STATES).optional(),
  campaign: zCode.optional(),
  ownerId: zId('staf').optional(),
  mobile: zMobile.optional(),
});
export const zLeads = listOf(zLead);
export const zMoveLead = z.object({
  leadId: zId('lead'),
  to: z.enum(['contacted', 'lost']),
  lostReason: z.enum(LOST_REASONS).nullable().default(null),
  note: zText(300).nullable().default(null),
  version: z.number().int(),
});
export const zShowLead = z.object({ leadId: zId('lead'), why: zText(200) });
export const zContact = z.object({ name: z.string(), mobile: z.string() });
export const zCampaign = z.object({
  code: zCode,
  nameZh: zText(60),
  nameEn: zText(60),
  channel: z.enum(['site', 'app', 'event', 'partner', 'branch']),
  productCode: zText(40),
  startsOn: zDate,
  endsOn: zDate.nullable(),
});
export const zCampaigns = listOf(z.object({ ...zCampaign.shape, channel: z.string() }));
export const zFunnelInput = z.object({ from: zDate, to: zDate });
export const zFunnel = z.object({
  campaigns: z.array(
    z.object({
      campaign: z.string(),
      steps: z.array(
        z.object({
          step: z.enum(FUNNEL),
          count: z.number().int(),
          passed: zPercent.nullable(),
          dropouts: z.array(z.object({ reason: z.string(), count: z.number().int() })),
        }),
      ),
    }),
  ),
});
