-- why: what the bank says to customers and staff, with the rules of contact held where messages leave.
create schema notifications;
grant usage on schema notifications to tally_app;
-- Texts in both languages; {name} is filled from the message's parameters.
-- reference
create table notifications.template (
  code text primary key,
  title_zh text not null,
  title_en text not null,
  body_zh text not null,
  body_en text not null
);
-- Contact rules as dated parameters (handbook COL-02, COL-03, COL-08). Minutes since midnight in the bank's zone.
-- reference
create table notifications.contact_rule (
  kind text not null check (kind in ('message', 'voice', 'visit')),
  from_minute int not null,
  to_minute int not null,
  daily_limit int,
  effective_from date not null,
  effective_to date,
  source text not null,
  primary key (kind, effective_from)
);
-- by customer
create table notifications.preference (
  customer_id text not null,
  language text not null default 'zh' check (language in ('zh', 'en')),
  marketing boolean not null default false,
  changed_at timestamptz not null,
  primary key (customer_id)
);
-- One message on one channel. Address and parameters are sealed.
-- by customer
create table notifications.message (
  customer_id text not null,
  id text not null,
  channel text not null check (channel in ('in_app', 'sms', 'email')),
  purpose text not null check (purpose in ('code', 'service', 'collection', 'marketing')),
  template text not null references notifications.template (code),
  address_sealed text,
  params_sealed text not null,
  link text,
  language text not null check (language in ('zh', 'en')),
  state text not null check (state in ('waiting', 'sent', 'blocked', 'failed')),
  created_at timestamptz not null,
  send_at timestamptz not null,
  expires_at timestamptz,
  sent_at timestamptz,
  read_at timestamptz,
  attempts int not null default 0,
  postponed int not null default 0,
  provider_ref text,
  fault text,
  primary key (customer_id, id)
);
create index message_inbox on notifications.message (customer_id, created_at) where channel = 'in_app';
-- Spoken contacts and visits, for the daily limit; written by whoever makes them.
-- by customer
create table notifications.contact (
  customer_id text not null,
  id text not null,
  kind text not null check (kind in ('voice', 'visit')),
  at timestamptz not null,
  bank_day date not null,
  effective boolean not null,
  staff_id text not null,
  primary key (customer_id, id)
);
create index contact_day on notifications.contact (customer_id, bank_day, kind);
-- central
create table notifications.staff_message (
  id text primary key,
  staff_id text not null,
  template text not null references notifications.template (code),
  params jsonb not null,
  link text,
  created_at timestamptz not null,
  read_at timestamptz
);
create index staff_message_inbox on notifications.staff_message (staff_id, created_at);
create function notifications.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = '42501';
end
$$;
create trigger contact_only_grows before update or delete on notifications.contact for each row execute function notifications.refuse_change();
create trigger contact_not_emptied before truncate on notifications.contact execute function notifications.refuse_change();
grant select, insert, update on notifications.preference, notifications.message, notifications.staff_message to tally_app;
grant select, insert on notifications.contact to tally_app;
grant select on notifications.template, notifications.contact_rule to tally_app;
insert into notifications.contact_rule (kind, from_minute, to_minute, daily_limit, effective_from, source) values
  ('message', 480, 1320, null, '2020-01-01', 'GB/T 45251-2025 (COL-02)'),
  ('voice', 480, 1320, 3, '2020-01-01', 'GB/T 45251-2025 (COL-02, COL-03)'),
  ('visit', 480, 1200, null, '2020-01-01', 'bank policy (COL-08)');
insert into notifications.template (code, title_zh, title_en, body_zh, body_en) values
  ('one_time_code', '验证码', 'Verification code', '您的验证码是 {code}，{minutes} 分钟内有效。工作人员不会向您索要验证码。', 'Your code is {code}, valid for {minutes} minutes. Our staff never ask for it.'),
  ('application_pre_screened', '预审通过', 'First check passed', '您的申请 {reference} 初步符合条件，请确认后提交。预审不查询征信，以最终审批为准。', 'Your application {reference} passed the first check; confirm and submit it. No credit file was queried; the final decision counts.'),
  ('application_submitted', '申请已提交', 'Application received', '您的申请 {reference} 已提交，预计 {days} 个工作日内答复。', 'Your application {reference} was received. Expect an answer within {days} working days.'),
  ('application_approved', '申请已通过', 'Application approved', '您的申请 {reference} 已通过，额度 {amount} 元，年化利率（单利）{rate}%。请登录查看合同。', 'Your application {reference} is approved: {amount} yuan at {rate}% a year (simple interest). Sign in to see the contract.'),
  ('application_declined', '申请未通过', 'Application declined', '您的申请 {reference} 未通过。登录可查看原因，并可申请人工复核。', 'Your application {reference} was declined. Sign in to see the reasons; you may ask for a review by a person.'),
  ('application_counter_offered', '有新的方案', 'A different offer', '对您的申请 {reference}，我们可提供 {amount} 元、{months} 个月的方案。请登录确认是否接受。', 'For your application {reference} we can offer {amount} yuan over {months} months. Sign in to accept or decline.'),
  ('application_referred', '申请转人工审核', 'Application with a reviewer', '您的申请 {reference} 已转人工审核，预计 {days} 个工作日内答复。', 'Your application {reference} is with a reviewer. Expect an answer within {days} working days.'),
  ('application_returned', '申请需补充', 'Application back with you', '您的申请 {reference} 已退回补充：{reason}。请修改后重新提交。', 'Your application {reference} came back to you: {reason}. Please put it right and submit it again.'),
  ('information_wanted', '需要补充说明', 'We need something more', '审核您的申请 {reference} 还需要：{reason}。请于 {date} 前提供。', 'To go on with your application {reference} we need: {reason}. Please send it by {date}.'),
  ('document_rejected', '资料需重新提交', 'A document is needed again', '您提交的“{kind_zh}”未通过审核：{comment}。请重新上传。', 'Your document "{kind_en}" was not accepted: {comment}. Please upload it again.'),
  ('contract_ready', '合同待签署', 'Contract ready', '合同 {reference} 已生成，请登录阅读并签署，{days} 日内有效。', 'Contract {reference} is ready. Sign in to read and sign it within {days} days.'),
  ('paid_out', '贷款已发放', 'Loan paid out', '贷款 {amount} 元已发放至您的收款账户，首期还款日 {date}。', '{amount} yuan were paid out to your account. The first instalment is due on {date}.'),
  ('payment_due', '还款提醒', 'Payment due soon', '您有一期还款 {amount} 元将于 {date} 到期，请确保账户余额充足。', 'An instalment of {amount} yuan is due on {date}. Please keep the balance ready.'),
  ('payment_received', '已收到还款', 'Payment received', '已收到您的还款 {amount} 元，剩余本金 {balance} 元。', 'We received {amount} yuan. The remaining principal is {balance} yuan.'),
  ('overdue_notice', '逾期提醒', 'Payment overdue', '您有 {amount} 元已逾期 {days} 天。请尽快还款；如有困难，请联系我们协商。', '{amount} yuan are overdue by {days} days. Please pay soon; if you are in difficulty, talk to us.'),
  ('loan_settled', '贷款已结清', 'Loan settled', '您的贷款 {reference} 已结清，感谢您的信任。结清证明可登录下载。', 'Your loan {reference} is settled, thank you. Sign in to download the certificate.'),
  ('grade_changed', '信用等级变化', 'Grade changed', '您的信用等级由 {from} 变为 {to}。登录可查看原因和提升建议。', 'Your grade changed from {from} to {to}. Sign in to see why and how to improve it.'),
  ('staff_alert', '预警', 'Alert', '{subject}：{text}', '{subject}: {text}'),
  ('task_escalated', '任务超时', 'Task late', '任务“{title_zh}”已超过时限 {due}，转由您处理。', 'The task "{title_en}" passed its time {due} and is now yours.');
