-- why: what every module stands on: business date, idempotency answers, jobs, close-of-business runs, the application's role.
-- The role owns nothing and may only do what is granted table by table.
do $$
begin
  if not exists (select from pg_roles where rolname = 'tally_app') then create role tally_app nologin; end if;
end
$$;
grant usage on schema platform to tally_app;
-- The bank's business date: one row, moved by close of business only.
-- central
create table platform.business_day (
  single boolean primary key default true check (single),
  today date not null
);
-- Answers kept under idempotency keys: a repeated write gets the first answer.
-- by customer
create table platform.answer (
  customer_id text not null,
  command text not null,
  actor_id text not null,
  key text not null check (length(key) between 8 and 200),
  input_hash text not null,
  output json,
  at timestamptz not null,
  primary key (customer_id, command, actor_id, key)
);
-- Work for later, written with the change that asked for it.
-- by customer
create table platform.job (
  customer_id text not null,
  id text not null,
  name text not null,
  payload jsonb not null,
  key text not null,
  run_at timestamptz not null,
  attempts int not null default 0,
  state text not null default 'ready' check (state in ('ready', 'dead')),
  leased_until timestamptz,
  last_error text,
  created_at timestamptz not null,
  primary key (customer_id, id),
  unique (customer_id, name, key)
);
create index job_ready on platform.job (run_at) where state = 'ready';
-- Close-of-business runs: one row a day and step, so an interrupted day goes on where it stopped.
-- central
create table platform.day_step (
  business_date date not null,
  step text not null,
  place int not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  done int not null default 0,
  total int not null default 0,
  fault text,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (business_date, step)
);
grant select, insert, update on platform.business_day, platform.day_step to tally_app;
grant select, insert, update on platform.answer to tally_app;
grant select, insert, update, delete on platform.job to tally_app;
