-- why: a loan application from the first saved field to its end, with the path it took and the milestones it reached.
create schema applications;
grant usage on schema applications to tally_app;
-- by customer
create table applications.application (
  customer_id text not null,
  id text not null,
  branch_id text,
  product_code text not null,
  product_version int,
  state text not null check (state in ('draft', 'submitted', 'collecting', 'deciding', 'reviewing', 'approving', 'approved', 'declined',
    'counter_offered', 'withdrawn', 'expired', 'contracted', 'paid_out')),
  version int not null,
  attempt int not null default 0,
  amount_minor bigint check (amount_minor > 0),
  months int check (months > 0),
  purpose_class text,
  method text,
  form text not null,
  currency char(3) not null default 'CNY',
  signature text,
  acknowledged_at timestamptz,
  acknowledged_text text,
  is_first_loan boolean,
  first_loan_evidence text,
  pre_screen text check (pre_screen in ('likely', 'unclear', 'unlikely')),
  pre_screened_at timestamptz,
  due_at timestamptz,
  approved_amount_minor bigint,
  approved_rate_ppm bigint,
  approved_months int,
  created_by text not null,
  created_at timestamptz not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  updated_at timestamptz not null,
  primary key (customer_id, id)
);
-- One application of a customer is under way at a time, whoever presses the button twice.
create unique index application_one_open on applications.application (customer_id)
  where state in ('submitted', 'collecting', 'deciding', 'reviewing', 'approving', 'counter_offered', 'approved', 'contracted');
create index application_branch on applications.application (branch_id, state, updated_at);
create index application_draft on applications.application (updated_at) where state = 'draft';
create index application_submitted on applications.application (submitted_at);
-- The path: one row each time the application enters a state; who held it, how it left.
-- by customer
create table applications.node (
  customer_id text not null,
  application_id text not null,
  place int not null,
  state text not null,
  owner text not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  note_zh text not null,
  note_en text not null,
  primary key (customer_id, application_id, place),
  foreign key (customer_id, application_id) references applications.application (customer_id, id)
);
-- Milestone flags with evidence (S3-04): written once, never moved.
-- by customer
create table applications.milestone (
  customer_id text not null,
  application_id text not null,
  kind text not null check (kind in ('submitted', 'authorised', 'rated', 'decided', 'approved', 'signed', 'registered', 'disbursed')),
  at timestamptz not null,
  evidence text not null,
  primary key (customer_id, application_id, kind),
  foreign key (customer_id, application_id) references applications.application (customer_id, id)
);
grant select, insert, update on applications.application, applications.node to tally_app;
grant select, insert on applications.milestone to tally_app;
