-- why: watching loans after payout: the signal library as dated rows, alerts with owner and deadline, what was done about them.
create schema monitoring;
grant usage on schema monitoring to tally_app;

-- reference
create table monitoring.parameter (
  name text not null,
  effective_from date not null,
  effective_to date,
  value bigint not null,
  source text not null,
  primary key (name, effective_from)
);

-- The signals that are watched, with their thresholds (handbook section 4). Rates in ppm, negative for a fall.
-- reference
create table monitoring.signal (
  code text not null,
  effective_from date not null,
  effective_to date,
  category text not null,
  name_zh text not null,
  name_en text not null,
  severity text not null check (severity in ('red', 'orange', 'yellow', 'info')),
  threshold_ppm bigint,
  red_threshold_ppm bigint,
  owner_role text not null,
  response_zh text not null,
  response_en text not null,
  source text not null,
  primary key (code, effective_from)
);

-- When a customer with open loans was last looked at, and when that is due again.
-- by customer
create table monitoring.watch (
  customer_id text not null,
  branch_id text,
  next_on date not null,
  last_on date,
  last_outcome text,
  primary key (customer_id)
);
create index watch_due on monitoring.watch (next_on);

-- One open alert a customer and signal. `facts` are the figures that raised it.
-- by customer
create table monitoring.alert (
  customer_id text not null,
  id text not null,
  code text not null,
  severity text not null check (severity in ('red', 'orange', 'yellow', 'info')),
  raised_severity text not null check (raised_severity in ('red', 'orange', 'yellow', 'info')),
  loan_id text,
  branch_id text,
  owner_role text not null,
  owner_id text,
  facts jsonb not null,
  state text not null check (state in ('open', 'closed')),
  raised_on date not null,
  raised_at timestamptz not null,
  due_at timestamptz not null,
  outcome text,
  closed_at timestamptz,
  closed_by text,
  version int not null,
  primary key (customer_id, id)
);
create unique index alert_open_once on monitoring.alert (customer_id, code) where state = 'open';
create index alert_by_state on monitoring.alert (state, due_at);

-- What was done about an alert: it only grows.
-- by customer
create table monitoring.measure (
  customer_id text not null,
  alert_id text not null,
  id text not null,
  kind text not null,
  note text not null,
  staff_id text not null,
  at timestamptz not null,
  primary key (customer_id, alert_id, id),
  foreign key (customer_id, alert_id) references monitoring.alert (customer_id, id)
);
create function monitoring.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'measures only grow' using errcode = 'TL001';
end
$$;
create trigger only_grows before update or delete or truncate on monitoring.measure for each statement execute function monitoring.refuse_change();

grant select on monitoring.parameter, monitoring.signal to tally_app;
grant select, insert on monitoring.measure to tally_app;
grant select, insert, update on monitoring.alert to tally_app;
grant select, insert, update, delete on monitoring.watch to tally_app;

create view monitoring.published_alert as
  select customer_id, id as alert_id, code, severity, loan_id, branch_id, state, raised_on, raised_at, due_at, closed_at from monitoring.alert;
grant select on monitoring.published_alert to tally_app;

insert into monitoring.parameter (name, effective_from, effective_to, value, source) values
  ('watch_every_days', '2020-01-01', null, 30, 'bank rule: shops and court lists of borrowers are looked at every 30 days');
insert into monitoring.signal (code, effective_from, effective_to, category, name_zh, name_en, severity, threshold_ppm, red_threshold_ppm, owner_role, response_zh, response_en, source) values
  ('EC-01', '2020-01-01', null, 'shop', '成交额骤降', 'Sales fall', 'orange', -300000, -500000, 'POST_LOAN', '联系客户了解原因，视情况压降额度', 'Contact the customer, cut the line where needed', 'handbook section 4, EC-01 (design value)'),
  ('JU-01', '2020-01-01', null, 'judicial', '被列为失信被执行人', 'Listed as a dishonest judgment debtor', 'red', null, null, 'POST_LOAN', '停止新用款、冻结额度、法律评估', 'No new drawing, freeze the line, legal view', 'handbook section 4, JU-01'),
  ('CR-07', '2020-01-01', null, 'credit', '首期违约', 'First instalment missed', 'orange', null, null, 'POST_LOAN', '反欺诈核查并转催收', 'Check for fraud and hand to collection', 'handbook section 4, CR-07');
