-- why: what was asked outside, on which consent and for which purpose; what came back, sealed and hashed; the features drawn from it;
-- and the orders given to the payment rail.
create schema connectors;
grant usage on schema connectors to tally_app;
create function connectors.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = '42501';
end
$$;
-- Which sources a purpose needs, must have, and under which reason code the bureau is asked. Dated: policy of the bank.
-- reference
create table connectors.source_policy (
  purpose text not null check (purpose in ('offer', 'application', 'monitoring', 'profile')),
  source text not null check (source in ('identity', 'bureau', 'court', 'registry', 'tax', 'platform')),
  mandatory boolean not null,
  reason_code text not null,
  hard boolean not null,
  effective_from date not null,
  effective_to date,
  origin text not null,
  primary key (purpose, source, effective_from)
);
insert into connectors.source_policy (purpose, source, mandatory, reason_code, hard, effective_from, origin) values
  ('offer', 'identity', true, '贷前审查', false, '2020-01-01', 'design: rating data sets (credit, financial, operating)'),
  ('offer', 'bureau', true, '贷款审批', true, '2020-01-01', 'BUR-07'),
  ('offer', 'court', true, '贷前审查', false, '2020-01-01', 'design'),
  ('offer', 'registry', true, '贷前审查', false, '2020-01-01', 'design'),
  ('offer', 'tax', false, '贷前审查', false, '2020-01-01', 'design: thin firms may have no tax record yet'),
  ('offer', 'platform', true, '贷前审查', false, '2020-01-01', 'design'),
  ('application', 'identity', true, '贷前审查', false, '2020-01-01', 'design'),
  ('application', 'bureau', true, '贷款审批', true, '2020-01-01', 'BUR-07'),
  ('application', 'court', true, '贷前审查', false, '2020-01-01', 'design'),
  ('application', 'registry', true, '贷前审查', false, '2020-01-01', 'design'),
  ('application', 'tax', false, '贷前审查', false, '2020-01-01', 'design'),
  ('application', 'platform', true, '贷前审查', false, '2020-01-01', 'design'),
  ('monitoring', 'bureau', false, '贷后管理', false, '2020-01-01', 'BUR-07'),
  ('monitoring', 'court', true, '贷后管理', false, '2020-01-01', 'design'),
  ('monitoring', 'registry', false, '贷后管理', false, '2020-01-01', 'design'),
  ('monitoring', 'tax', false, '贷后管理', false, '2020-01-01', 'design'),
  ('monitoring', 'platform', true, '贷后管理', false, '2020-01-01', 'design'),
  ('profile', 'identity', false, '资料核验', false, '2020-01-01', 'design'),
  ('profile', 'registry', false, '资料核验', false, '2020-01-01', 'design'),
  ('profile', 'tax', false, '资料核验', false, '2020-01-01', 'design'),
  ('profile', 'platform', false, '资料核验', false, '2020-01-01', 'design');
grant select on connectors.source_policy to tally_app;
-- Numbers of policy and law this module works by, dated.
-- reference
create table connectors.parameter (
  name text not null,
  value text not null,
  effective_from date not null,
  effective_to date,
  origin text not null,
  primary key (name, effective_from)
);
insert into connectors.parameter (name, value, effective_from, origin) values
  ('cross_tolerance_ppm', '200000', '2020-01-01', 'requirement: declared revenue against tax and flows, tolerance 20 %'),
  ('first_loan_definition', 'FST-01/2026-1', '2020-01-01', 'FST-01, FST-02'),
  ('payer_account', '6222029800000000012', '2020-01-01', 'demo: account of the bank at the payment rail');
grant select on connectors.parameter to tally_app;
-- One gathering of data about a customer for one purpose.
-- by customer
create table connectors.collection (
  customer_id text not null,
  id text not null,
  branch_id text not null,
  purpose text not null,
  subject text not null,
  state text not null check (state in ('collecting', 'waiting', 'complete', 'partial', 'failed')),
  round int not null default 1,
  as_of date not null,
  asked_by text not null,
  asked_at timestamptz not null,
  retry_at timestamptz,
  finished_at timestamptz,
  primary key (customer_id, id)
);
create index collection_subject on connectors.collection (customer_id, subject, asked_at);
create index collection_open on connectors.collection (branch_id, asked_at) where state in ('collecting', 'waiting', 'failed');
grant select, insert, update on connectors.collection to tally_app;
-- by customer
create table connectors.collection_source (
  customer_id text not null,
  collection_id text not null,
  source text not null,
  mandatory boolean not null,
  state text not null check (state in ('pending', 'collected', 'no_record', 'failed', 'waived')),
  reason text,
  settled_at timestamptz,
  settled_by text,
  primary key (customer_id, collection_id, source),
  foreign key (customer_id, collection_id) references connectors.collection (customer_id, id)
);
grant select, insert, update on connectors.collection_source to tally_app;
-- One question put to a source: on whose consent, for what, by whom. Written before it is asked; never changed.
-- by customer
create table connectors.call (
  customer_id text not null,
  id text not null,
  collection_id text not null,
  round int not null,
  source text not null,
  kind text not null,
  part text not null,
  consent_id text not null,
  consent_hash text not null,
  purpose_code text not null,
  reason_code text not null,
  hard boolean not null,
  fields text not null,
  source_url text not null,
  asked_by text not null,
  as_of date not null,
  asked_at timestamptz not null,
  primary key (customer_id, id),
  unique (customer_id, collection_id, round, source, kind, part)
);
create index call_asked on connectors.call (asked_at);
create trigger call_grows_only before update or delete on connectors.call for each row execute function connectors.refuse_change();
grant select, insert on connectors.call to tally_app;
-- What came back: state, hash of the bytes, time, cost. Never changed; what was answered itself may be erased when its time is over.
-- by customer
create table connectors.answer (
  customer_id text not null,
  call_id text not null,
  source text not null,
  state text not null check (state in ('ok', 'no_record', 'partial', 'bad_request', 'quota', 'error', 'malformed', 'timeout', 'unreachable', 'too_large')),
  tries int not null,
  latency_ms int not null,
  cost_minor bigint not null,
  payload_hash text,
  missing text,
  fetched_at timestamptz,
  answered_at timestamptz not null,
  primary key (customer_id, call_id),
  foreign key (customer_id, call_id) references connectors.call (customer_id, id)
);
create index answer_source on connectors.answer (source, answered_at);
create trigger answer_grows_only before update or delete on connectors.answer for each row execute function connectors.refuse_change();
grant select, insert on connectors.answer to tally_app;
-- by customer
create table connectors.payload (
  customer_id text not null,
  call_id text not null,
  sealed text not null,
  primary key (customer_id, call_id),
  foreign key (customer_id, call_id) references connectors.answer (customer_id, call_id)
);
grant select, insert, delete on connectors.payload to tally_app;
-- The features of one gathering, each with where it came from. `json`, not `jsonb`: the text is hashed.
-- by customer
create table connectors.feature_set (
  customer_id text not null,
  collection_id text not null,
  features json not null,
  hash text not null,
  made_at timestamptz not null,
  primary key (customer_id, collection_id),
  foreign key (customer_id, collection_id) references connectors.collection (customer_id, id)
);
grant select, insert, update on connectors.feature_set to tally_app;
-- Which customer an order number belongs to: the rail's callbacks know the number only.
-- central
create table connectors.order_claim (
  order_no text primary key,
  customer_id text not null,
  at timestamptz not null
);
grant select, insert on connectors.order_claim to tally_app;
-- by customer
create table connectors.payment_order (
  customer_id text not null,
  order_no text not null,
  kind text not null check (kind in ('disburse', 'deduct')),
  amount_minor bigint not null check (amount_minor > 0),
  currency char(3) not null,
  account_sealed text not null,
  account_tail text not null,
  payee_sealed text not null,
  purpose text not null,
  subject text not null,
  entrusted boolean not null,
  partial boolean not null,
  state text not null check (state in ('created', 'sent', 'unknown', 'success', 'failed', 'returned')),
  done_minor bigint not null default 0,
  code text,
  ref text,
  ordered_on date not null,
  ordered_at timestamptz not null,
  sent_at timestamptz,
  settled_on date,
  settled_at timestamptz,
  returned_on date,
  primary key (customer_id, order_no)
);
create index payment_order_day on connectors.payment_order (ordered_on);
create index payment_order_open on connectors.payment_order (ordered_at) where state in ('created', 'sent', 'unknown');
grant select, insert, update on connectors.payment_order to tally_app;
-- Every state an order went through and who told us: our answer, a question, the rail's callback, the daily list.
-- by customer
create table connectors.payment_event (
  customer_id text not null,
  id text not null,
  order_no text not null,
  told_by text not null check (told_by in ('answer', 'question', 'callback', 'reconciliation')),
  state text not null,
  code text,
  at timestamptz not null,
  primary key (customer_id, id),
  foreign key (customer_id, order_no) references connectors.payment_order (customer_id, order_no)
);
create trigger payment_event_grows_only before update or delete on connectors.payment_event for each row execute function connectors.refuse_change();
grant select, insert on connectors.payment_event to tally_app;
-- Numbers used once by signed callbacks.
-- central
create table connectors.callback_nonce (
  nonce text primary key,
  at timestamptz not null
);
grant select, insert, delete on connectors.callback_nonce to tally_app;
-- Our orders of a day against the rail's list.
-- central
create table connectors.reconciliation (
  business_date date primary key,
  state text not null check (state in ('asked', 'equal', 'differs')),
  own_count int,
  rail_count int,
  own_success_minor bigint,
  rail_success_minor bigint,
  differences json,
  at timestamptz not null
);
grant select, insert, update on connectors.reconciliation to tally_app;
-- by customer
create table connectors.account_check (
  customer_id text not null,
  id text not null,
  subject text not null,
  state text not null check (state in ('asked', 'matched', 'differs', 'failed')),
  elements json,
  code text,
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (customer_id, id)
);
grant select, insert, update on connectors.account_check to tally_app;
