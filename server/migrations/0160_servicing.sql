-- why: the living loan: payout orders, loans as lists of events, projections for screens and for close of business.
create schema servicing;
grant usage on schema servicing to tally_app;

-- reference
create table servicing.parameter (
  name text not null,
  effective_from date not null,
  effective_to date,
  value bigint not null,
  source text not null,
  primary key (name, effective_from)
);

-- Discount on the next price by instalments in a row paid on time (S2-18); the reached step with the most instalments counts.
-- reference
create table servicing.streak_step (
  instalments int not null check (instalments > 0),
  effective_from date not null,
  effective_to date,
  discount_bp int not null check (discount_bp > 0),
  source text not null,
  primary key (instalments, effective_from)
);

-- A payout on its way from signed contract to account. Times of each step are kept for the pipeline.
-- by customer
create table servicing.payout (
  customer_id text not null,
  id text not null,
  order_no text not null,
  contract_id text not null,
  application_id text not null,
  loan_id text not null,
  branch_id text,
  product_code text not null,
  amount_minor bigint not null check (amount_minor > 0),
  net_minor bigint not null check (net_minor > 0),
  currency char(3) not null,
  method text not null check (method in ('transfer')),
  mode text not null check (mode in ('self', 'entrusted')),
  payee_sealed text,
  payee_check text not null check (payee_check in ('waiting', 'matched', 'differs', 'failed')),
  trial_order_no text,
  trial_state text not null check (trial_state in ('not_needed', 'waiting', 'success', 'failed')),
  first_loan boolean not null,
  state text not null check (state in ('open', 'ordered', 'paid', 'stopped')),
  fault_code text,
  stopped_zh text,
  stopped_en text,
  rail_ref text,
  version int not null,
  attempt int not null,
  due_on date,
  signed_at timestamptz not null,
  created_at timestamptz not null,
  checked_at timestamptz,
  released_at timestamptz,
  released_by text,
  paid_at timestamptz,
  primary key (customer_id, id),
  unique (customer_id, contract_id),
  unique (customer_id, order_no)
);
create index payout_by_state on servicing.payout (state, due_on);

-- Accounts that have taken money of ours before, by blind index.
-- by customer
create table servicing.proven_account (
  customer_id text not null,
  account_blind text not null,
  proven_at timestamptz not null,
  primary key (customer_id, account_blind)
);

-- Written once, at payout: what the parties agreed, with the real first day.
-- by customer
create table servicing.loan (
  customer_id text not null,
  id text not null,
  loan_no text not null,
  contract_id text not null,
  application_id text not null,
  product_code text not null,
  branch_id text,
  currency char(3) not null,
  principal_minor bigint not null check (principal_minor > 0),
  rate_ppm bigint not null,
  months int not null,
  method text not null,
  terms text not null,
  start_on date not null,
  maturity_on date not null,
  first_loan boolean not null,
  opened_at timestamptz not null,
  primary key (customer_id, id),
  unique (customer_id, contract_id)
);
create index loan_by_start on servicing.loan (start_on);

-- What happened to the loan: value date, order of recording, day it was recorded on. The loan is their replay.
-- by customer
create table servicing.loan_event (
  customer_id text not null,
  loan_id text not null,
  seq int not null,
  kind text not null check (kind in ('disburse', 'repay', 'prepay', 'settle', 'waive', 'fee', 'reverse')),
  value_on date not null,
  posted_on date not null,
  amount_minor bigint,
  detail text not null,
  reference text not null,
  channel text not null,
  receipt_no text not null,
  allocation text not null,
  journal_id text,
  actor_id text not null,
  at timestamptz not null,
  primary key (customer_id, loan_id, seq),
  foreign key (customer_id, loan_id) references servicing.loan (customer_id, id)
);
create index event_by_reference on servicing.loan_event (customer_id, reference);

-- What the books hold of the loan and how it stands: one narrow row, rewritten at every close of business, so half the page is left free.
-- by customer
create table servicing.loan_state (
  customer_id text not null,
  loan_id text not null,
  status text not null check (status in ('active', 'overdue', 'settled')),
  as_of date not null,
  last_seq int not null,
  principal_minor bigint not null,
  interest_minor bigint not null,
  penalty_minor bigint not null,
  fee_minor bigint not null,
  credit_minor bigint not null,
  paid_interest_minor bigint not null,
  paid_penalty_minor bigint not null,
  paid_fee_minor bigint not null,
  cash_minor bigint not null,
  billed_minor bigint not null,
  billed_on_books_minor bigint not null,
  prepaid_minor bigint not null,
  earned_minor bigint not null,
  earned_to date not null,
  on_books boolean not null,
  overdue_minor bigint not null,
  days_past_due int not null,
  stage text not null check (stage in ('current', 'M0', 'M1', 'M2', 'M3', 'M4')),
  overdue_since date,
  next_due_on date,
  next_due_minor bigint not null,
  settled_on date,
  primary key (customer_id, loan_id)
) with (fillfactor = 45);

-- The plan as it stands, one row an instalment.
-- by customer
create table servicing.instalment (
  customer_id text not null,
  loan_id text not null,
  no int not null,
  from_on date not null,
  due_on date not null,
  principal_minor bigint not null,
  interest_minor bigint not null,
  fee_minor bigint not null,
  penalty_minor bigint not null,
  open_minor bigint not null,
  balance_after_minor bigint not null,
  paid_on date,
  primary key (customer_id, loan_id, no)
);
create index instalment_open_by_due on servicing.instalment (due_on) where open_minor > 0;

-- Deductions asked of the rail: by the borrower, or by the bank on the due day.
-- by customer
create table servicing.deduction (
  customer_id text not null,
  order_no text not null,
  loan_id text not null,
  branch_id text,
  source text not null check (source in ('borrower', 'auto')),
  intent text not null,
  amount_minor bigint not null check (amount_minor > 0),
  value_on date not null,
  state text not null check (state in ('ordered', 'success', 'failed')),
  fault_code text,
  rail_ref text,
  ordered_at timestamptz not null,
  settled_at timestamptz,
  primary key (customer_id, order_no)
);
create index deduction_by_loan on servicing.deduction (customer_id, loan_id);

-- The reminders of a loan, laid down when it is paid out: one an instalment, sent once.
-- by customer
create table servicing.reminder (
  customer_id text not null,
  loan_id text not null,
  no int not null,
  remind_on date not null,
  sent_at timestamptz,
  primary key (customer_id, loan_id, no)
);
create index reminder_waiting on servicing.reminder (remind_on) where sent_at is null;

-- Instalments that were told as missed, so that each is told once.
-- by customer
create table servicing.missed_instalment (
  customer_id text not null,
  loan_id text not null,
  no int not null,
  at timestamptz not null,
  primary key (customer_id, loan_id, no)
);

create function servicing.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what happened to a loan only grows' using errcode = 'TL001';
end
$$;
create trigger only_grows before update or delete or truncate on servicing.loan_event for each statement execute function servicing.refuse_change();
create trigger only_grows before update or delete or truncate on servicing.loan for each statement execute function servicing.refuse_change();

grant select on servicing.parameter, servicing.streak_step to tally_app;
grant select, insert on servicing.loan, servicing.loan_event, servicing.proven_account, servicing.missed_instalment to tally_app;
grant select, insert, update on servicing.payout, servicing.loan_state, servicing.deduction, servicing.reminder to tally_app;
grant select, insert, update, delete on servicing.instalment to tally_app;

-- For reporting: names and meanings here are promised.
create view servicing.published_loan as
  select l.customer_id, l.id as loan_id, l.loan_no, l.contract_id, l.application_id, l.product_code, l.branch_id, l.currency, l.principal_minor as lent_minor, l.rate_ppm,
    l.months, l.method, l.start_on, l.maturity_on, l.first_loan, s.status, s.principal_minor, s.interest_minor, s.penalty_minor, s.fee_minor, s.credit_minor,
    s.paid_interest_minor, s.paid_penalty_minor, s.earned_minor, s.on_books, s.overdue_minor, s.days_past_due, s.stage, s.overdue_since, s.next_due_on, s.next_due_minor, s.settled_on
  from servicing.loan l join servicing.loan_state s on s.customer_id = l.customer_id and s.loan_id = l.id;
create view servicing.published_instalment as
  select customer_id, loan_id, no, from_on, due_on, principal_minor, interest_minor, fee_minor, penalty_minor, open_minor, balance_after_minor, paid_on from servicing.instalment;
create view servicing.published_event as
  select customer_id, loan_id, seq, kind, value_on, posted_on, amount_minor, channel, at from servicing.loan_event;
create view servicing.published_payout as
  select customer_id, id, contract_id, application_id, loan_id, branch_id, product_code, amount_minor, state, due_on, signed_at, created_at, checked_at, released_at, paid_at from servicing.payout;
grant select on servicing.published_loan, servicing.published_instalment, servicing.published_event, servicing.published_payout to tally_app;

insert into servicing.parameter (name, effective_from, effective_to, value, source) values
  ('payout_working_days', '2020-01-01', null, 2, 'product promise: money within two working days of signing (S3-19)'),
  ('entrusted_above_minor', '2024-07-01', null, 50000000, '个人贷款管理办法 2024: a single personal business drawdown above 500,000 is paid to the counterparty (LOAN-04)'),
  ('reversal_dual_above_minor', '2020-01-01', null, 1000000, 'bank rule: reversing a repayment above 10,000 takes two persons'),
  ('off_books_after_days', '2020-01-01', null, 90, 'REP-15: interest of loans more than 90 days late is kept off the balance sheet'),
  ('reminder_days', '2020-01-01', null, 3, 'service promise: a reminder three days before an instalment falls due (S4-33)'),
  ('split_window_working_days', '2024-07-01', null, 5, 'LOAN-05: payouts to one borrower within five working days count together for the threshold'),
  ('trial_amount_minor', '2020-01-01', null, 1, 'bank rule: an account used for the first time is tried with one fen (S4-31)');
insert into servicing.streak_step (instalments, effective_from, effective_to, discount_bp, source) values
  (3, '2020-01-01', null, 10, 'product promise: reward for paying on time (S2-18)'),
  (6, '2020-01-01', null, 20, 'product promise: reward for paying on time (S2-18)'),
  (12, '2020-01-01', null, 40, 'product promise: reward for paying on time (S2-18)');
