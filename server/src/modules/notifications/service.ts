import { Bug, type CustomerId, type Instant } from '@tallystick/kernel';
import type { Ctx, StaffId } from '#platform';

export type Channel = 'in_app' | 'sms' | 'email';
export type Purpose = 'code' | 'service' | 'collection' | 'marketing';
export type TemplateCode =
  | 'one_time_code' | 'application_submitted' | 'application_approved' | 'application_declined' | 'application_counter_offered' | 'application_referred'
  | 'document_rejected' | 'contract_ready' | 'paid_out' | 'payment_due' | 'payment_received' | 'overdue_notice' | 'loan_settled' | 'grade_changed'
  | 'staff_alert' | 'task_escalated' | 'request_waiting';
export type Notice = {
  readonly customerId: CustomerId;
  readonly template: TemplateCode;
  readonly params: Readonly<Record<string, string>>;
  readonly to: { readonly mobile?: string; readonly email?: string };
  readonly channels: readonly Channel[];
  readonly purpose: Purpose;
  /** Not before this moment. */
  readonly at?: Instant;
};
export type StaffNotice = { readonly staffId: StaffId; readonly template: TemplateCode; readonly params: Readonly<Record<string, string>>; readonly link?: string };

/** Writes one message a channel; SMS and e-mail leave by the dispatcher, which holds the rules of contact. */
export async function notify(_ctx: Ctx, _n: Notice): Promise<void> { throw new Bug('being written'); }
/** Puts a message into a staff member's inbox. */
export async function notifyStaff(_ctx: Ctx, _n: StaffNotice): Promise<void> { throw new Bug('being written'); }
