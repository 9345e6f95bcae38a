import type { CustomerId, Instant } from '@tallystick/kernel';
import type { StaffId } from '#platform';

export type Channel = 'in_app' | 'sms' | 'email';
export type Purpose = 'code' | 'service' | 'collection' | 'marketing';
export type Language = 'zh' | 'en';
export type TemplateCode =
  | 'one_time_code'
  | 'application_pre_screened'
  | 'application_submitted'
  | 'application_approved'
  | 'application_declined'
  | 'application_counter_offered'
  | 'application_referred'
  | 'application_returned'
  | 'information_wanted'
  | 'document_rejected'
  | 'contract_ready'
  | 'paid_out'
  | 'payment_due'
  | 'payment_received'
  | 'overdue_notice'
  | 'loan_settled'
  | 'grade_changed'
  | 'offer_withdrawn'
  | 'extension_granted'
  | 'extension_declined'
  | 'staff_alert'
  | 'task_escalated';
export type Params = Readonly<Record<string, string>>;
export type Notice = {
  readonly customerId: CustomerId;
  readonly template: TemplateCode;
  readonly params: Params;
  readonly to: { readonly mobile?: string; readonly email?: string };
  readonly channels: readonly Channel[];
  readonly purpose: Purpose;
  /** Not before this moment. */
  readonly at?: Instant;
  /** Path in the portal that the message is about. */
  readonly link?: string;
};
export type StaffNotice = { readonly staffId: StaffId; readonly template: TemplateCode; readonly params: Params; readonly link?: string };

export type ContactKind = 'message' | 'voice' | 'visit';
/** `attemptsLeft` is null where no daily limit stands. */
export type ContactWindow = {
  readonly allowed: boolean;
  readonly reason: '' | 'outside_hours' | 'daily_limit';
  readonly nextAllowedAt: Instant;
  readonly attemptsLeft: number | null;
};
export type Template = {
  readonly code: TemplateCode;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly bodyZh: string;
  readonly bodyEn: string;
};
export type Message = {
  readonly customerId: CustomerId;
  readonly id: string;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly template: TemplateCode;
  readonly addressSealed: string | null;
  readonly paramsSealed: string;
  readonly link: string | null;
  readonly language: Language;
  readonly state: 'waiting' | 'sent' | 'blocked' | 'failed';
  readonly createdAt: Instant;
  readonly sendAt: Instant;
  readonly expiresAt: Instant | null;
  readonly sentAt: Instant | null;
  readonly readAt: Instant | null;
  readonly attempts: number;
  readonly postponed: number;
  readonly fault: string | null;
};
