-- why: overdue work: one case a loan, what was said, what was promised, and which steps each stage allows.
create schema collections;
grant usage on schema collections to tally_app;

-- What each overdue stage allows and asks for (handbook COL-09), as dated rows.
-- reference
create table collections.strategy (
  stage text not null check (stage in ('M0', 'M1', 'M2', 'M3', 'M4')),
  effective_from date not null,
  effective_to date,
  actions text[] not null,
  documents text[] not null,
  contact_every_days int not null check (contact_every_days > 0),
  says_zh text not null,
  says_en text not null,
  source text not null,
  primary key (stage, effective_from)
);

-- by customer
create table collections.case_file (
  customer_id text not null,
  id text not null,
  loan_id text not null,
  loan_no text not null,
  branch_id text,
  owner_id text,
  stage text not null check (stage in ('M0', 'M1', 'M2', 'M3', 'M4')),
  state text not null check (state in ('open', 'promised', 'closed')),
  days_past_due int not null,
  overdue_minor bigint not null,
  opened_on date not null,
  opened_at timestamptz not null,
  next_contact_on date not null,
  limitation_due date not null,
  closed_on date,
  version int not null,
  primary key (customer_id, id)
);
create unique index case_open_once on collections.case_file (customer_id, loan_id) where state <> 'closed';
create index case_by_state on collections.case_file (state, next_contact_on);

-- Every contact, with time, channel, agent and content (COL-07): it only grows.
-- by customer
create table collections.contact (
  customer_id text not null,
  case_id text not null,
  id text not null,
  channel text not null check (channel in ('message', 'voice', 'visit', 'letter')),
  outcome text not null check (outcome in ('reached', 'not_reached', 'promised', 'refused', 'sent')),
  ability int check (ability between 1 and 5),
  willingness int check (willingness between 1 and 5),
  note text not null,
  staff_id text not null,
  at timestamptz not null,
  primary key (customer_id, case_id, id),
  foreign key (customer_id, case_id) references collections.case_file (customer_id, id)
);

-- by customer
create table collections.promise (
  customer_id text not null,
  case_id text not null,
  id text not null,
  amount_minor bigint not null check (amount_minor > 0),
  by_on date not null,
  state text not null check (state in ('open', 'kept', 'broken')),
  paid_minor bigint not null default 0,
  staff_id text not null,
  made_on date not null,
  settled_on date,
  primary key (customer_id, case_id, id),
  foreign key (customer_id, case_id) references collections.case_file (customer_id, id)
);
create unique index promise_open_once on collections.promise (customer_id, case_id) where state = 'open';

create function collections.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the contact log only grows' using errcode = 'TL001';
end
$$;
create trigger only_grows before update or delete or truncate on collections.contact for each statement execute function collections.refuse_change();

grant select on collections.strategy to tally_app;
grant select, insert on collections.contact to tally_app;
grant select, insert, update on collections.case_file, collections.promise to tally_app;

create view collections.published_case as
  select customer_id, id as case_id, loan_id, branch_id, stage, state, days_past_due, overdue_minor, opened_on, closed_on from collections.case_file;
grant select on collections.published_case to tally_app;

insert into collections.strategy (stage, effective_from, effective_to, actions, documents, contact_every_days, says_zh, says_en, source) values
  ('M0', '2020-01-01', null, array['message'], array[]::text[], 3, '短信与站内提醒', 'Messages and in-app reminders', 'handbook COL-09 (design value)'),
  ('M1', '2020-01-01', null, array['message', 'voice'], array['overdue_notice'], 3, '电话沟通，了解还款能力与意愿', 'Calls: ability and willingness to pay', 'handbook COL-09 (design value)'),
  ('M2', '2020-01-01', null, array['message', 'voice', 'letter'], array['overdue_notice', 'demand_letter'], 5, '电话与催收函，提供重组方案', 'Calls and a letter, offer to restructure', 'handbook COL-09 (design value)'),
  ('M3', '2020-01-01', null, array['message', 'voice', 'letter', 'visit'], array['demand_letter', 'legal_letter'], 7, '律师函，经批准可外访', 'Lawyer letter; a visit where approved', 'handbook COL-09, COL-08 (design value)'),
  ('M4', '2020-01-01', null, array['message', 'voice', 'letter', 'visit'], array['legal_letter', 'statement_of_claim'], 10, '诉讼与执行准备', 'Prepare the lawsuit', 'handbook COL-09 (design value)');
