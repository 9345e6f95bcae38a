-- why: how the bank came to a grade, an offer and a decision, so exactly that anybody can compute it again; and what people added to it.
create schema decisioning;
grant usage on schema decisioning to tally_app;
create function decisioning.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = '42501';
end
$$;
-- One pass of gathering data and judging: for an offer, an application or a new look. `waiting` says in plain words what is missing.
-- by customer
create table decisioning.run (
  customer_id text not null,
  id text not null,
  branch_id text not null,
  purpose text not null check (purpose in ('offer', 'application', 'monitoring')),
  subject text not null,
  attempt int not null,
  collection_id text not null,
  state text not null check (state in ('collecting', 'waiting', 'done', 'cancelled')),
  missing text not null default '',
  why text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (customer_id, id),
  unique (customer_id, subject, attempt, collection_id)
);
create index run_subject on decisioning.run (customer_id, subject);
grant select, insert, update on decisioning.run to tally_app;
-- `body` is the canonical JSON of the whole rating result, `input_hash` the SHA-256 of what it was computed from.
-- by customer
create table decisioning.rating_case (
  customer_id text not null,
  id text not null,
  branch_id text not null,
  collection_id text not null,
  why text not null,
  state text not null check (state in ('rated', 'insufficient')),
  grade text,
  grade_group text,
  score_tenths int,
  pd_ppm bigint,
  risk_level text check (risk_level in ('LOW', 'MEDIUM', 'HIGH', 'VETO')),
  input text not null,
  input_hash text not null,
  body text not null,
  model_id text not null,
  model_version text not null,
  parameters_version int not null,
  rated_on date not null,
  rated_at timestamptz not null,
  expires_on date,
  primary key (customer_id, id)
);
create index rating_latest on decisioning.rating_case (customer_id, rated_at desc);
create trigger rating_grows_only before update or delete on decisioning.rating_case for each row execute function decisioning.refuse_change();
grant select, insert on decisioning.rating_case to tally_app;
-- A grade changed by judgement: asked by one person, decided by another (S0-22).
-- by customer
create table decisioning.grade_override (
  customer_id text not null,
  id text not null,
  branch_id text not null,
  rating_id text not null,
  application_id text,
  from_grade text not null,
  to_grade text not null,
  direction text not null check (direction in ('up', 'down')),
  reason text not null,
  state text not null check (state in ('asked', 'approved', 'refused')),
  asked_by text not null,
  asked_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  primary key (customer_id, id),
  foreign key (customer_id, rating_id) references decisioning.rating_case (customer_id, id)
);
create unique index override_one_open on decisioning.grade_override (customer_id, rating_id) where state = 'asked';
create unique index override_one_approved on decisioning.grade_override (customer_id, rating_id) where state = 'approved';
create index override_asked on decisioning.grade_override (asked_at);
grant select, insert, update on decisioning.grade_override to tally_app;
-- by customer
create table decisioning.offer (
  customer_id text not null,
  id text not null,
  branch_id text not null,
  rating_id text not null,
  product_code text not null,
  product_version int not null,
  grade text not null,
  limit_minor bigint not null check (limit_minor > 0),
  currency char(3) not null default 'CNY',
  rate_ppm bigint not null,
  months int not null,
  irr_ppm bigint not null,
  body text not null,
  state text not null check (state in ('live', 'proposed', 'replaced', 'expired', 'refused')),
  made_at timestamptz not null,
  valid_until date not null,
  primary key (customer_id, id),
  foreign key (customer_id, rating_id) references decisioning.rating_case (customer_id, id)
);
create unique index offer_one_live on decisioning.offer (customer_id, product_code) where state = 'live';
grant select, insert, update on decisioning.offer to tally_app;
-- The decision record: every input, version, rule and output in one canonical text. Never changed; computed again by `replay`.
-- by customer
create table decisioning.decision_record (
  customer_id text not null,
  id text not null,
  branch_id text not null,
  application_id text not null,
  attempt int not null,
  rating_id text,
  outcome text not null check (outcome in ('approve', 'refer', 'decline', 'counter_offer')),
  risk_level text not null check (risk_level in ('LOW', 'MEDIUM', 'HIGH', 'VETO')),
  record text not null,
  sha256 text not null,
  made_at timestamptz not null,
  primary key (customer_id, id),
  unique (customer_id, application_id, attempt)
);
create index decision_made on decisioning.decision_record (made_at);
create trigger decision_grows_only before update or delete on decisioning.decision_record for each row execute function decisioning.refuse_change();
grant select, insert on decisioning.decision_record to tally_app;
-- A case in the hands of people: who has it, where it stands.
-- by customer
create table decisioning.review (
  customer_id text not null,
  id text not null,
  branch_id text not null,
  application_id text not null,
  decision_id text not null,
  kind text not null check (kind in ('referred', 'appeal')),
  appeal text not null default '',
  product_code text not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency char(3) not null default 'CNY',
  months int not null,
  grade text,
  risk_level text not null check (risk_level in ('LOW', 'MEDIUM', 'HIGH', 'VETO')),
  state text not null check (state in ('open', 'paused', 'recommended', 'closed')),
  outcome text check (outcome in ('approved', 'counter_offered', 'declined', 'returned', 'withdrawn')),
  reviewer_id text,
  approver_role text,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  closed_at timestamptz,
  version int not null default 1,
  primary key (customer_id, id),
  foreign key (customer_id, decision_id) references decisioning.decision_record (customer_id, id)
);
create unique index review_one_open on decisioning.review (customer_id, application_id) where state <> 'closed';
create index review_queue on decisioning.review (branch_id, due_at) where state <> 'closed';
grant select, insert, update on decisioning.review to tally_app;
-- The clock stands still while something is awaited: what, by when, and what came of it (S3-18).
-- by customer
create table decisioning.review_pause (
  customer_id text not null,
  id text not null,
  review_id text not null,
  kind text not null check (kind in ('information', 'investigation')),
  reason text not null,
  due_on date not null,
  paused_by text not null,
  paused_at timestamptz not null,
  findings text,
  resumed_by text,
  resumed_at timestamptz,
  primary key (customer_id, id),
  foreign key (customer_id, review_id) references decisioning.review (customer_id, id)
);
create unique index pause_one_open on decisioning.review_pause (customer_id, review_id) where resumed_at is null;
grant select, insert, update on decisioning.review_pause to tally_app;
-- One point of the reviewer's checklist, ticked by a person at a time (S4-28).
-- by customer
create table decisioning.review_tick (
  customer_id text not null,
  review_id text not null,
  item text not null,
  verdict text not null check (verdict in ('passed', 'failed')),
  document_id text,
  remark text not null default '',
  ticked_by text not null,
  ticked_at timestamptz not null,
  primary key (customer_id, review_id, item, ticked_at),
  foreign key (customer_id, review_id) references decisioning.review (customer_id, id)
);
create trigger tick_grows_only before update or delete on decisioning.review_tick for each row execute function decisioning.refuse_change();
grant select, insert on decisioning.review_tick to tally_app;
-- An opinion with its figures (S4-29): the reviewer's, then the approver's. Never changed.
-- by customer
create table decisioning.opinion (
  customer_id text not null,
  id text not null,
  review_id text not null,
  stage text not null check (stage in ('review', 'approval')),
  conclusion text not null check (conclusion in ('approve', 'counter_offer', 'reject', 'return', 'escalate')),
  amount_minor bigint,
  rate_ppm bigint,
  months int,
  guarantee text,
  conditions text not null,
  reason_codes text not null,
  opinion text not null,
  matrix_rate_ppm bigint,
  matrix_limit_minor bigint,
  exposure_minor bigint not null,
  by_staff text not null,
  at timestamptz not null,
  authority text not null,
  primary key (customer_id, id),
  foreign key (customer_id, review_id) references decisioning.review (customer_id, id)
);
create index opinion_at on decisioning.opinion (at);
create trigger opinion_grows_only before update or delete on decisioning.opinion for each row execute function decisioning.refuse_change();
grant select, insert on decisioning.opinion to tally_app;
-- What may be lent on an application: the only thing payment is allowed to look at. One a decision; used or ended by later events.
-- by customer
create table decisioning.approval (
  customer_id text not null,
  id text not null,
  branch_id text not null,
  application_id text not null,
  attempt int not null,
  decision_id text not null,
  source text not null check (source in ('auto', 'person')),
  state text not null check (state in ('offered', 'standing', 'ended')),
  amount_minor bigint not null check (amount_minor > 0),
  currency char(3) not null default 'CNY',
  rate_ppm bigint not null check (rate_ppm >= 0),
  months int not null check (months > 0),
  irr_ppm bigint not null,
  guarantee text not null,
  conditions text not null,
  approved_by text not null,
  approved_at timestamptz not null,
  valid_until date not null,
  sha256 text not null,
  primary key (customer_id, id),
  unique (customer_id, application_id, attempt, decision_id, source),
  foreign key (customer_id, decision_id) references decisioning.decision_record (customer_id, id)
);
create unique index approval_one on decisioning.approval (customer_id, application_id) where state <> 'ended';
grant select, insert on decisioning.approval to tally_app;
grant update (state) on decisioning.approval to tally_app;
