-- why: who cannot pay in time may ask for more time before the loan ends (民法典 678, EXT-01); what was asked and what was answered is kept.
-- by customer
create table servicing.extension_request (
  customer_id text not null,
  id text not null,
  loan_id text not null,
  periods int not null check (periods > 0),
  reason text not null,
  state text not null check (state in ('asked', 'granted', 'declined')),
  answer text,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by text,
  primary key (customer_id, id)
);
create unique index extension_request_one_open on servicing.extension_request (customer_id, loan_id) where state = 'asked';
grant select, insert, update on servicing.extension_request to tally_app;
insert into notifications.template (code, title_zh, title_en, body_zh, body_en) values
  ('extension_granted', '展期已办好', 'Extension granted', '您的借款 {loan} 已展期，新的还款计划已经生效，请到“借款”里查看。', 'Your loan {loan} is extended. The new repayment plan holds now; see it under Loans.'),
  ('extension_declined', '展期申请没有通过', 'Extension not granted', '您的借款 {loan} 的展期申请没有通过：{answer}。原还款计划不变，有困难请联系客户经理。', 'The extension of your loan {loan} was not granted: {answer}. The plan stays as it is; if you are in difficulty, talk to your manager.');
