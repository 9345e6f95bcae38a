-- why: work items with an owner, a queue, a clock and an escalation.
create schema tasks;
grant usage on schema tasks to tally_app;
-- How long a kind of work may take, and to whom it goes when it is late.
-- reference
create table tasks.service_level (
  kind text not null,
  minutes int not null check (minutes > 0),
  escalates_to text not null,
  effective_from date not null,
  effective_to date,
  source text not null,
  primary key (kind, effective_from)
);
-- by customer
create table tasks.task (
  customer_id text not null,
  id text not null,
  kind text not null,
  subject text not null,
  title_zh text not null,
  title_en text not null,
  link text not null,
  owner_role text not null,
  owner_id text,
  branch_id text,
  priority int not null check (priority between 1 and 5),
  state text not null check (state in ('open', 'claimed', 'done', 'cancelled')),
  due_at timestamptz not null,
  opened_at timestamptz not null,
  claimed_at timestamptz,
  closed_at timestamptz,
  closed_by text,
  outcome text,
  comment text,
  escalated_at timestamptz,
  escalated_from text,
  version int not null default 1,
  primary key (customer_id, id)
);
create unique index task_one_open on tasks.task (customer_id, kind, subject) where state in ('open', 'claimed');
create index task_queue on tasks.task (owner_role, due_at) where state in ('open', 'claimed');
create index task_owner on tasks.task (owner_id, due_at) where state in ('open', 'claimed');
create index task_due on tasks.task (due_at) where state in ('open', 'claimed') and escalated_at is null;
grant select, insert, update on tasks.task to tally_app;
grant select on tasks.service_level to tally_app;
insert into tasks.service_level (kind, minutes, escalates_to, effective_from, source) values
  ('any', 2880, 'APPROVER', '2020-01-01', 'bank policy: two days'),
  ('review', 480, 'APPROVER', '2020-01-01', 'bank policy: eight hours'),
  ('approval', 1440, 'RISK_MANAGER', '2020-01-01', 'bank policy: one day'),
  ('disbursement', 240, 'APPROVER', '2020-01-01', 'bank policy: four hours'),
  ('post_loan_check', 4320, 'APPROVER', '2020-01-01', 'bank policy: three days'),
  ('alert', 1440, 'RISK_MANAGER', '2020-01-01', 'bank policy: one day'),
  ('complaint', 21600, 'COMPLIANCE', '2020-01-01', 'CMP: fifteen days');
