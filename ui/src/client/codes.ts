// Made from the API document by `npm run generate`.
export const ALERT_MEASURES = [
  'contact',
  'site_check',
  'evidence_request',
  'line_freeze',
  'extra_guarantee',
  'rate_action',
  'classification',
  'collection_handover',
  'legal',
] as const;
export const ALERT_OUTCOMES = ['cured', 'risk_confirmed', 'false_alarm'] as const;
export const ALERT_SEVERITIES = ['red', 'orange', 'yellow', 'info'] as const;
export const ALERT_STATES = ['open', 'closed'] as const;
export const APPLICATION_STATES = [
  'draft',
  'submitted',
  'collecting',
  'deciding',
  'reviewing',
  'approving',
  'approved',
  'declined',
  'counter_offered',
  'withdrawn',
  'expired',
  'contracted',
  'paid_out',
] as const;
export const ARREARS = ['stay', 'principal'] as const;
export const AUDIT_OUTCOMES = ['done', 'requested', 'refused'] as const;
export const AUTHORITY_LEVELS = [
  'system_manager',
  'manager',
  'branch_reviewer',
  'branch_head',
  'division_risk',
  'division_committee',
  'head_approver',
  'head_committee',
  'head_committee_president',
] as const;
export const CALL_PURPOSES = ['offer', 'application', 'monitoring', 'profile'] as const;
export const CONTRACT_STATES = ['draft', 'signing', 'signed', 'cancelled'] as const;
export const CREDIT_LINE_STATES = ['active', 'frozen'] as const;
export const CUSTOMER_KINDS = ['merchant', 'enterprise', 'person'] as const;
export const CUSTOMER_STATES = ['prospect', 'active', 'locked', 'closed'] as const;
export const GRADES = ['AAA', 'AA+', 'AA', 'AA−', 'A+', 'A', 'A−', 'BBB', 'BB', 'B', 'CCC', 'D'] as const;
export const GUARANTEES = ['CREDIT', 'GUARANTEE', 'JOINT', 'MORTGAGE', 'PLEDGE', 'COMBINED', 'INSURANCE'] as const;
export const LEAD_STATES = ['new', 'contacted', 'converted', 'lost'] as const;
export const LISTING_STATES = ['standing', 'ended', 'lifted'] as const;
export const LOAN_STATES = ['active', 'overdue', 'settled'] as const;
export const LOCK_REASONS = ['false_information', 'fraud_suspected', 'customer_request', 'legal_order'] as const;
export const PAYOUT_STATES = ['open', 'ordered', 'paid', 'stopped'] as const;
export const PLAN_CHANGES = ['extend', 'restructure'] as const;
export const PORTFOLIO_CUTS = ['product', 'branch', 'stage', 'method', 'first_loan', 'vintage'] as const;
export const PREPAYMENT_MODES = ['keep_term', 'keep_instalment'] as const;
export const REPAYMENT_INTENTS = ['repay', 'prepay', 'settle'] as const;
export const REQUEST_STATES = ['waiting', 'approved', 'rejected', 'expired'] as const;
export const SOURCES = ['identity', 'bureau', 'court', 'registry', 'tax', 'platform'] as const;
export const STAFF_ROLES = [
  'RELATIONSHIP_MANAGER',
  'REVIEWER',
  'APPROVER',
  'COMMITTEE',
  'DISBURSEMENT',
  'POST_LOAN',
  'COLLECTOR',
  'RISK_MANAGER',
  'COMPLIANCE',
  'EXECUTIVE',
  'SERVICE_AGENT',
  'PRODUCT_MANAGER',
  'ADMIN',
] as const;
