-- why: who did what, when, for whom and under which authority, written with the change itself; hashed blocks make edits visible.
create schema audit;
grant usage on schema audit to tally_app;
-- One act. Never updated, never deleted, by anybody. `before` and `after` carry ids and figures, no personal data.
-- by customer
create table audit.event (
  customer_id text not null,
  id text not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'borrower', 'system', 'anonymous')),
  actor_id text not null,
  actor_name text not null,
  actor_roles text not null,
  maker_id text,
  branch_id text,
  command text not null,
  action text not null,
  subject text not null,
  outcome text not null check (outcome in ('done', 'requested', 'refused')),
  before json,
  after json,
  why text,
  ip text not null,
  device text not null,
  request_id text not null,
  primary key (customer_id, id)
);
create index event_at on audit.event (at);
create index event_actor on audit.event (actor_id, at);
create index event_subject on audit.event (customer_id, subject);
-- What still has to be sealed: a row of the same transaction, taken away by the sealer.
-- by customer
create table audit.unsealed (
  customer_id text not null,
  event_id text not null,
  primary key (customer_id, event_id)
);
-- Which block an act was sealed in, at which place, with which hash.
-- by customer
create table audit.seal (
  customer_id text not null,
  event_id text not null,
  block_no bigint not null,
  place int not null,
  row_hash text not null,
  primary key (customer_id, event_id)
);
create index seal_block on audit.seal (block_no, place);
-- The chain: each block names the hash of the one before.
-- central
create table audit.block (
  no bigint primary key,
  previous_hash text not null,
  root text not null,
  count int not null check (count > 0),
  sealed_at timestamptz not null,
  hash text not null unique
);
-- The end of the chain: locked by the sealer, so blocks are made one after the other, and a chain cut short is seen.
-- central
create table audit.head (
  single boolean primary key default true check (single),
  no bigint not null,
  hash text not null
);
insert into audit.head (single, no, hash) values (true, 0, 'start');
create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = '42501';
end
$$;
create trigger event_only_grows before update or delete on audit.event for each row execute function audit.refuse_change();
create trigger seal_only_grows before update or delete on audit.seal for each row execute function audit.refuse_change();
create trigger block_only_grows before update or delete on audit.block for each row execute function audit.refuse_change();
create trigger event_not_emptied before truncate on audit.event execute function audit.refuse_change();
create trigger seal_not_emptied before truncate on audit.seal execute function audit.refuse_change();
create trigger block_not_emptied before truncate on audit.block execute function audit.refuse_change();
grant select, insert on audit.event, audit.seal, audit.block to tally_app;
grant select, insert, delete on audit.unsealed to tally_app;
grant select, update on audit.head to tally_app;
