-- why: how people come to the bank: campaigns, visits of public pages, leads with their consent to be contacted, and how far each customer got.
create schema engagement;
grant usage on schema engagement to tally_app;
-- What visitors, leads and customers are counted by. A campaign is dated; a page without one counts for 'none'.
-- reference
create table engagement.campaign (
  code text primary key check (code ~ '^[a-z0-9-]{2,40}$'),
  name_zh text not null,
  name_en text not null,
  channel text not null check (channel in ('site', 'app', 'event', 'partner', 'branch')),
  product_code text not null,
  starts_on date not null,
  ends_on date,
  check (ends_on is null or ends_on >= starts_on)
);
grant select, insert, update on engagement.campaign to tally_app;
insert into engagement.campaign (code, name_zh, name_en, channel, product_code, starts_on) values
  ('none', '自然访问', 'No campaign', 'site', 'FIRST_LOAN', '2020-01-01'),
  ('first-loan', '首贷专题', 'First-loan page', 'site', 'FIRST_LOAN', '2020-01-01');
-- Visits a day; no visitor is known by them.
-- central
create table engagement.visit (
  day date not null,
  campaign text not null,
  page text not null check (page in ('first_loan', 'self_check', 'start')),
  visits bigint not null,
  primary key (day, campaign, page)
);
grant select, insert, update on engagement.visit to tally_app;
-- How often an address used the public form on a day; the address is kept as a keyed code and forgotten after a week.
-- central
create table engagement.form_use (
  who text not null,
  day date not null,
  used int not null,
  primary key (who, day)
);
grant select, insert, update, delete on engagement.form_use to tally_app;
-- Somebody who asked to be contacted. Not a customer yet, so the rows belong to the house; identifiers are sealed and found by blind index.
-- by customer
create table engagement.lead (
  customer_id text not null,
  id text not null,
  campaign text not null,
  origin text not null check (origin in ('landing', 'staff')),
  name_sealed text not null,
  mobile_sealed text not null,
  mobile_blind text not null,
  need_minor bigint check (need_minor > 0),
  note text,
  consent_version text not null,
  consent_hash text not null,
  consented_at timestamptz not null,
  consent_ip text not null,
  branch_id text not null,
  owner_id text,
  state text not null check (state in ('new', 'contacted', 'converted', 'lost')),
  asked_times int not null default 1,
  lost_reason text check (lost_reason in ('not_interested', 'not_reachable', 'not_eligible', 'elsewhere', 'consent_withdrawn')),
  converted_to text,
  created_on date not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (customer_id, id),
  check ((state = 'lost') = (lost_reason is not null)),
  check ((state = 'converted') = (converted_to is not null))
);
create unique index lead_open on engagement.lead (customer_id, mobile_blind) where state in ('new', 'contacted');
create index lead_branch on engagement.lead (branch_id, created_at);
grant select, insert, update on engagement.lead to tally_app;
-- The first time a customer reached a step, and the campaign that counts for it.
-- by customer
create table engagement.journey (
  customer_id text not null,
  step text not null check (step in ('join', 'apply', 'approve', 'sign', 'disburse')),
  campaign text not null,
  branch_id text not null,
  reached_on date not null,
  reached_at timestamptz not null,
  primary key (customer_id, step)
);
create index journey_day on engagement.journey (reached_on, campaign);
grant select, insert on engagement.journey to tally_app;
-- Where and why somebody did not go on. One a customer and application.
-- by customer
create table engagement.dropout (
  customer_id text not null,
  subject text not null,
  before_step text not null check (before_step in ('approve', 'sign')),
  reason text not null check (reason in ('declined', 'withdrawn', 'expired')),
  campaign text not null,
  branch_id text not null,
  dropped_on date not null,
  dropped_at timestamptz not null,
  primary key (customer_id, subject)
);
create index dropout_day on engagement.dropout (dropped_on, campaign);
grant select, insert on engagement.dropout to tally_app;
