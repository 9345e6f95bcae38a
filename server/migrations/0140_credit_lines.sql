-- why: one credit line a customer: how much may be lent, how much is in use, until when, and why it is frozen.
create schema credit_lines;
grant usage on schema credit_lines to tally_app;

-- `used_minor` is the sum of the uses; both are changed under a lock on this row.
-- by customer
create table credit_lines.line (
  customer_id text not null,
  id text not null,
  branch_id text,
  product_code text not null,
  currency char(3) not null,
  limit_minor bigint not null check (limit_minor >= 0),
  used_minor bigint not null check (used_minor >= 0),
  min_draw_minor bigint not null check (min_draw_minor > 0),
  step_minor bigint not null check (step_minor > 0),
  valid_to date not null,
  state text not null check (state in ('active', 'frozen')),
  frozen_zh text,
  frozen_en text,
  decision_id text not null,
  version int not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (customer_id),
  unique (customer_id, id)
);

-- What draws on the line now: a payout on its way, or the outstanding principal of a loan.
-- by customer
create table credit_lines.use (
  customer_id text not null,
  subject text not null,
  amount_minor bigint not null check (amount_minor >= 0),
  primary key (customer_id, subject)
);

-- by customer
create table credit_lines.movement (
  customer_id text not null,
  id text not null,
  kind text not null check (kind in ('opened', 'changed', 'reserved', 'released', 'frozen', 'unfrozen')),
  subject text not null,
  amount_minor bigint not null,
  available_minor bigint not null,
  actor_id text not null,
  at timestamptz not null,
  primary key (customer_id, id)
);
create function credit_lines.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'line movements only grow' using errcode = 'TL001';
end
$$;
create trigger only_grows before update or delete or truncate on credit_lines.movement for each statement execute function credit_lines.refuse_change();

grant select, insert, update on credit_lines.line, credit_lines.use to tally_app;
grant select, insert on credit_lines.movement to tally_app;
