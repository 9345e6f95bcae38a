import { z } from 'zod';
import {
  listInput,
  listOf,
  zAmount,
  zBankCard,
  zCustomerId,
  zDate,
  zEmail,
  zId,
  zInstant,
  zInt,
  zMobile,
  zMoneyOrZero,
  zPercent,
  zResidentId,
  zText,
  zUscc,
} from '#platform';
import { FIELD_NAMES } from './profile/fields.ts';
import { CHECK_ITEMS, CONSENT_SCOPES, CUSTOMER_KINDS, CUSTOMER_STATES, DECEIT, LISTING_STATES, PLATFORMS } from './types.ts';

/** Shapes that cross the edge. */
const own = { customerId: zCustomerId };
const zScope = z.enum(CONSENT_SCOPES);
const zKind = z.enum(CUSTOMER_KINDS);
const zRegion = z.string().regex(/^\d{2,6}$/);
const zCode = z.string().regex(/^\d{6}$/);
export const zOwn = z.object(own);
export const zOk = z.object({ done: z.literal(true) });

export const zRequestCode = z.object({ mobile: zMobile });
export const zVerifyCode = z.object({
  mobile: zMobile,
  code: zCode,
  kind: zKind.default('merchant'),
  region: zRegion.optional(),
  campaign: zText(40).optional(),
});
export const zSignedIn = z.object({ customerId: zCustomerId, csrf: z.string(), joined: z.boolean() });
export const zMobileChange = z.object({ ...own, newMobile: zMobile });
export const zMobileCodes = z.object({ ...own, newMobile: zMobile, oldCode: zCode, newCode: zCode });

export const zPerson = z.object({
  ...own,
  name: zText(50).optional(),
  idNo: zResidentId.optional(),
  email: zEmail.optional(),
  maritalStatus: z.enum(['single', 'married', 'divorced', 'widowed']).optional(),
  children: zInt(0, 20).optional(),
  residence: zText(200).optional(),
  education: z.enum(['primary', 'middle', 'high', 'college', 'bachelor', 'postgraduate']).optional(),
});
export const zEnterprise = z.object({
  ...own,
  name: zText(100).optional(),
  uscc: zUscc.optional(),
  legalPerson: zText(50).optional(),
  legalPersonId: zResidentId.optional(),
  registeredCapital: zMoneyOrZero.optional(),
  establishedOn: zDate.optional(),
  address: zText(200).optional(),
  industry: zText(60).optional(),
  staffCount: zInt(0, 1_000_000).optional(),
  shareholders: z
    .array(z.object({ name: zText(60), ratio: zPercent }))
    .min(1)
    .max(50)
    .optional(),
  /** Shops of the firm are registered by customers.save_shops. */
});
export const zFinance = z.object({
  ...own,
  annualRevenue: zMoneyOrZero.optional(),
  netProfit: zAmount.optional(),
  totalAssets: zMoneyOrZero.optional(),
  totalLiabilities: zMoneyOrZero.optional(),
  currentAssets: zMoneyOrZero.optional(),
  currentLiabilities: zMoneyOrZero.optional(),
});
export const zPayout = z.object({ ...own, account: zBankCard, bankCode: z.string().regex(/^\d{12}$/) });
export const zShops = z.object({
  ...own,
  shops: z.array(z.object({ platform: z.enum(PLATFORMS), shopId: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/), shopName: zText(80) })).max(5),
});
export const zKindChoice = z.object({ ...own, kind: zKind });

export const zTexts = z.object({
  texts: z.array(
    z.object({
      scope: zScope,
      version: z.string(),
      validMonths: z.number().int(),
      basis: z.string(),
      recipientZh: z.string(),
      recipientEn: z.string(),
      titleZh: z.string(),
      titleEn: z.string(),
      bodyZh: z.string(),
      bodyEn: z.string(),
      hashZh: z.string(),
      hashEn: z.string(),
    }),
  ),
});
export const zGive = z.object({
  ...own,
  language: z.enum(['zh', 'en']),
  /** Ticked by the customer, one by one; nothing is agreed to by default. */
  agreed: z
    .array(z.object({ scope: zScope, version: zText(20), hash: z.string().regex(/^[0-9a-f]{64}$/) }))
    .min(1)
    .max(CONSENT_SCOPES.length),
});
export const zWithdraw = z.object({ ...own, scope: zScope, why: zText(200).optional() });
export const zConsents = z.object({
  consents: z.array(
    z.object({
      id: zId('cons'),
      scope: zScope,
      version: z.string(),
      language: z.enum(['zh', 'en']),
      textHash: z.string(),
      signer: z.string(),
      signedAt: zInstant,
      ip: z.string(),
      device: z.string(),
      validUntil: zDate,
      withdrawnAt: zInstant.nullable(),
      state: z.enum(['live', 'ended', 'withdrawn']),
      signature: z.string(),
    }),
  ),
});

const zField = z.enum(FIELD_NAMES as [string, ...string[]]);
export const zSummary = z.object({
  customerId: zCustomerId,
  kind: zKind,
  displayName: z.string(),
  branchId: zId('bran'),
  managerId: zId('staf').nullable(),
  state: z.enum(CUSTOMER_STATES),
  profileState: z.enum(['draft', 'verified']),
  completeness: z.number().int(),
  campaign: z.string().nullable(),
  joinedOn: zDate,
  firstPaidOutOn: zDate.nullable(),
});
const zFact = z.object({
  field: zField,
  value: z.string(),
  masked: z.boolean(),
  source: z.string(),
  reference: z.string().nullable(),
  updatedAt: zInstant,
  updatedBy: z.string(),
});
export const zBlock = z.object({
  block: z.enum(['person', 'enterprise', 'finance', 'payout']),
  updatedAt: zInstant.nullable(),
  sources: z.array(z.string()),
  fields: z.array(zFact),
});
export const zShop = z.object({ shopId: z.string(), platform: z.enum(PLATFORMS), shopName: z.string(), state: z.string(), updatedAt: zInstant });
export const zCheck = z.object({
  item: z.enum(CHECK_ITEMS),
  state: z.enum(['open', 'passed', 'failed', 'in_review']),
  source: z.string().nullable(),
  reference: z.string().nullable(),
  why: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: zInstant.nullable(),
});
export const zConflict = z.object({
  id: zId('conf'),
  field: zField,
  declared: z.string(),
  declaredSource: z.string(),
  found: z.string(),
  foundSource: z.string(),
  reference: z.string().nullable(),
  state: z.enum(['open', 'resolved']),
  resolution: z.string().nullable(),
  why: z.string().nullable(),
  openedAt: zInstant,
  resolvedAt: zInstant.nullable(),
  resolvedBy: z.string().nullable(),
});
const zEntry = z.object({
  id: z.string(),
  at: zInstant,
  kind: z.string(),
  subject: z.string(),
  zh: z.string(),
  en: z.string(),
  link: z.string().nullable(),
  actor: z.string(),
});
export const zManagerCard = z.object({ managerId: zId('staf'), name: z.string(), branchZh: z.string(), branchEn: z.string() });
export const zPaper = z.object({
  kind: z.string(),
  required: z.boolean(),
  state: z.enum(['by_interface', 'missing', 'uploaded', 'accepted', 'rejected', 'expired']),
  documentId: zId('docu').nullable(),
  validUntil: zDate.nullable(),
  source: zScope.nullable(),
  reference: z.string().nullable(),
  comment: z.string().nullable(),
});
export const zPapers = z.object({ papers: z.array(zPaper), toHandIn: z.array(z.string()) });
export const zFileDocument = z.object({ ...own, documentId: zId('docu'), kind: zText(40), validUntil: zDate.nullable().default(null) });
export const zLockView = z.object({ id: z.string(), reasonCode: z.string(), lockedAt: zInstant, appealedAt: zInstant.nullable() });
export const zProfile = z.object({
  summary: zSummary,
  blocks: z.array(zBlock),
  shops: z.array(zShop),
  checks: z.array(zCheck),
  missing: z.array(z.string()),
  ratios: z.object({ debtRatioPpm: zPercent.nullable(), currentRatioPpm: zPercent.nullable(), netMarginPpm: zPercent.nullable() }),
  sources: z.array(z.object({ source: z.string(), asOf: zDate, at: zInstant, reference: z.string() })),
  manager: zManagerCard.nullable(),
  lock: zLockView.nullable(),
});
/** What to do next, as codes: the guidance of the relationship manager in the portal. */
export const STEPS = ['sign_consents', 'fill_profile', 'add_shop', 'hand_in_papers', 'wait_for_checks', 'apply', 'appeal'] as const;
export const zMe = z.object({ profile: zProfile, steps: z.array(z.enum(STEPS)) });
export const zView = z.object({
  profile: zProfile,
  consents: zConsents.shape.consents,
  conflicts: z.array(zConflict),
  papers: z.array(zPaper),
  timeline: listOf(zEntry),
});
export const zTimelineInput = z.object({ ...own, limit: listInput.limit, offset: listInput.offset });
export const zTimeline = listOf(zEntry);
export const zChanges = listOf(
  z.object({
    id: z.string(),
    field: zField,
    before: z.string().nullable(),
    after: z.string().nullable(),
    source: z.string(),
    reference: z.string().nullable(),
    changedBy: z.string(),
    at: zInstant,
  }),
);

export const zListCustomers = z.object({
  ...listInput,
  q: zText(80).optional(),
  /** Customer ids, separated by commas: names for rows of other lists. */
  ids: z
    .string()
    .regex(/^cust_[0-9a-z]{26}(,cust_[0-9a-z]{26}){0,199}$/)
    .optional(),
  kind: zKind.optional(),
  state: z.enum(CUSTOMER_STATES).optional(),
  profileState: z.enum(['draft', 'verified']).optional(),
  managerId: zId('staf').optional(),
});
export const zCustomers = listOf(zSummary);
export const zListConflicts = z.object({ ...listInput });
export const zOpenConflicts = listOf(
  z.object({
    customerId: zCustomerId,
    displayName: z.string(),
    id: zId('conf'),
    field: zField,
    declaredSource: z.string(),
    foundSource: z.string(),
    openedAt: zInstant,
  }),
);
export const zResolve = z.object({ ...own, conflictId: zId('conf'), resolution: z.enum(['keep_declared', 'take_found']), why: zText(200) });
export const zDecideCheck = z.object({ ...own, item: z.enum(CHECK_ITEMS), outcome: z.enum(['passed', 'failed']), why: zText(200) });
export const zUnmask = z.object({ ...own, field: zField, why: zText(200) });
export const zUnmasked = z.object({ field: zField, value: z.string() });
export const zAddCustomer = z.object({
  mobile: zMobile,
  kind: zKind,
  branchId: zId('bran').optional(),
  region: zRegion.optional(),
  campaign: zText(40).optional(),
});
export const zAdded = z.object({ customerId: zCustomerId });
export const zAssign = z.object({ ...own, managerId: zId('staf'), why: zText(200) });
export const zLock = z.object({
  ...own,
  reasonCode: z.enum(['false_information', 'fraud_suspected', 'customer_request', 'legal_order']),
  evidence: zText(200),
  /** Last day on the internal list; without it until lifted. Only after deceit. */
  endsOn: zDate.optional(),
});
export const zUnlock = z.object({ ...own, why: zText(200) });
export const zAppealByCode = z.object({ mobile: zVerifyCode.shape.mobile, code: zVerifyCode.shape.code, text: zText(1000) });
export const zBlacklistFilter = z.object({ ...listInput, state: z.enum(LISTING_STATES).optional() });
export const zBlacklist = listOf(
  z.object({
    customerId: zCustomerId,
    displayName: z.string(),
    lockId: z.string(),
    reasonCode: z.enum(DECEIT),
    evidence: z.string(),
    identifiers: z.array(z.enum(['mobile', 'resident_id', 'uscc', 'shop'])),
    state: z.enum(LISTING_STATES),
    addedBy: z.string(),
    checkedBy: z.string(),
    addedAt: zInstant,
    endsOn: zDate.nullable(),
    appeal: z.string().nullable(),
    appealedAt: zInstant.nullable(),
    liftedAt: zInstant.nullable(),
    liftWhy: z.string().nullable(),
  }),
);
export const zAppeal = z.object({ ...own, text: zText(1000) });
