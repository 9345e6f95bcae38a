-- why: who the customers are, where every fact about them comes from, what they agreed to, and what happened with them.
create schema customers;
grant usage on schema customers to tally_app;
create function customers.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = '42501';
end
$$;
-- A number that may belong to one customer only, by its blind index; also the way from the number to the customer.
-- central
create table customers.claim (
  kind text not null check (kind in ('mobile', 'resident_id', 'uscc', 'shop')),
  value text not null,
  customer_id text not null,
  at timestamptz not null,
  primary key (kind, value)
);
grant select, insert, delete on customers.claim to tally_app;
-- Whose turn it is: new customers go round the branches, and round the relationship managers of a branch.
-- central
create table customers.turn (
  what text primary key,
  taken bigint not null
);
grant select, insert, update on customers.turn to tally_app;
-- by customer
create table customers.customer (
  customer_id text not null,
  kind text not null check (kind in ('merchant', 'enterprise', 'person')),
  display_name text not null,
  branch_id text not null,
  manager_id text,
  state text not null check (state in ('prospect', 'active', 'locked', 'closed')),
  state_before_lock text check (state_before_lock in ('prospect', 'active')),
  profile_state text not null default 'draft' check (profile_state in ('draft', 'verified')),
  verified_at timestamptz,
  completeness int not null default 0 check (completeness between 0 and 100),
  campaign text,
  joined_on date not null,
  first_paid_out_on date,
  updated_at timestamptz not null,
  primary key (customer_id)
);
create index customer_branch on customers.customer (branch_id, joined_on);
create index customer_manager on customers.customer (manager_id);
grant select, insert, update on customers.customer to tally_app;
-- One fact of a profile, sealed, with where it came from and when (field-level provenance).
-- by customer
create table customers.field (
  customer_id text not null,
  field text not null,
  sealed text not null,
  source text not null check (source in ('typed', 'staff', 'registry', 'platform', 'tax', 'identity')),
  reference text,
  updated_by text not null,
  updated_at timestamptz not null,
  primary key (customer_id, field)
);
grant select, insert, update, delete on customers.field to tally_app;
-- What a fact was before and after each change.
-- by customer
create table customers.field_change (
  customer_id text not null,
  id text not null,
  field text not null,
  before_sealed text,
  after_sealed text,
  source text not null,
  reference text,
  changed_by text not null,
  at timestamptz not null,
  primary key (customer_id, id)
);
create trigger field_change_grows_only before update or delete on customers.field_change for each row execute function customers.refuse_change();
grant select, insert on customers.field_change to tally_app;
-- Two sources disagree about a fact: a person decides which one holds.
-- by customer
create table customers.field_conflict (
  customer_id text not null,
  id text not null,
  branch_id text not null,
  field text not null,
  declared_sealed text not null,
  declared_source text not null,
  found_sealed text not null,
  found_source text not null,
  reference text,
  state text not null check (state in ('open', 'resolved')),
  resolution text check (resolution in ('keep_declared', 'take_found', 'overtaken')),
  why text,
  opened_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by text,
  primary key (customer_id, id),
  check ((state = 'resolved') = (resolution is not null))
);
create index field_conflict_open on customers.field_conflict (branch_id, opened_at) where state = 'open';
grant select, insert, update on customers.field_conflict to tally_app;
-- One point of the verification list of a customer and how it came out.
-- by customer
create table customers.check_item (
  customer_id text not null,
  item text not null,
  state text not null check (state in ('open', 'passed', 'failed')),
  source text,
  reference text,
  why text,
  decided_by text,
  decided_at timestamptz,
  primary key (customer_id, item)
);
grant select, insert, update on customers.check_item to tally_app;
-- A source that answered for a customer: papers it stands in for need not be handed in.
-- by customer
create table customers.source_answer (
  customer_id text not null,
  source text not null,
  reference text not null,
  as_of date not null,
  at timestamptz not null,
  primary key (customer_id, source)
);
grant select, insert, update on customers.source_answer to tally_app;
-- by customer
create table customers.shop (
  customer_id text not null,
  shop_id text not null,
  platform text not null check (platform in ('taobao', 'tmall', 'jd', 'pinduoduo', 'douyin', 'other')),
  shop_name text not null,
  state text not null check (state in ('declared', 'owner_matched', 'owner_differs', 'removed')),
  added_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (customer_id, shop_id)
);
grant select, insert, update on customers.shop to tally_app;
-- What a customer is asked to agree to, word for word; a new wording is a new version.
-- reference
create table customers.consent_text (
  scope text not null check (scope in ('contact', 'bureau', 'tax', 'court', 'registry', 'platform', 'identity', 'partner_share')),
  version text not null,
  effective_from date not null,
  effective_to date,
  valid_months int not null check (valid_months between 1 and 60),
  basis text not null,
  recipient_zh text not null,
  recipient_en text not null,
  title_zh text not null,
  title_en text not null,
  body_zh text not null,
  body_en text not null,
  hash_zh text not null,
  hash_en text not null,
  source text not null,
  primary key (scope, version)
);
grant select on customers.consent_text to tally_app;
-- A consent as it was signed. Never changed: a withdrawal is a row of its own.
-- by customer
create table customers.consent (
  customer_id text not null,
  id text not null,
  scope text not null,
  text_version text not null,
  language text not null check (language in ('zh', 'en')),
  text_hash text not null,
  signer text not null,
  signed_at timestamptz not null,
  ip text not null,
  device text not null,
  valid_until date not null,
  signature text not null,
  primary key (customer_id, id)
);
create index consent_scope on customers.consent (customer_id, scope, signed_at);
create trigger consent_grows_only before update or delete on customers.consent for each row execute function customers.refuse_change();
grant select, insert on customers.consent to tally_app;
-- by customer
create table customers.consent_withdrawal (
  customer_id text not null,
  consent_id text not null,
  at timestamptz not null,
  ip text not null,
  device text not null,
  why text,
  primary key (customer_id, consent_id)
);
create trigger withdrawal_grows_only before update or delete on customers.consent_withdrawal for each row execute function customers.refuse_change();
grant select, insert on customers.consent_withdrawal to tally_app;
-- The customer's story, for people: one line an event.
-- by customer
create table customers.timeline (
  customer_id text not null,
  id text not null,
  at timestamptz not null,
  kind text not null,
  subject text not null,
  zh text not null,
  en text not null,
  link text,
  actor text not null,
  primary key (customer_id, id)
);
create trigger timeline_grows_only before update or delete on customers.timeline for each row execute function customers.refuse_change();
grant select, insert on customers.timeline to tally_app;
-- A lock with its reason, what the customer says to it and what was decided: every lock can be appealed and undone.
-- by customer
create table customers.lock (
  customer_id text not null,
  id text not null,
  reason_code text not null,
  evidence text not null,
  locked_by text not null,
  checked_by text not null,
  locked_at timestamptz not null,
  appeal text,
  appealed_at timestamptz,
  released_by text,
  released_at timestamptz,
  release_why text,
  primary key (customer_id, id)
);
grant select, insert, update on customers.lock to tally_app;
-- A typed place for a paper, with the day it stops being valid.
-- by customer
create table customers.document_slot (
  customer_id text not null,
  kind text not null,
  document_id text not null,
  valid_until date,
  filed_by text not null,
  filed_at timestamptz not null,
  primary key (customer_id, kind)
);
grant select, insert, update on customers.document_slot to tally_app;
