-- why: whoever gave false information is known again by what is proven to be theirs, under whatever customer it turns up; every entry has its evidence and its end.
-- central
create table customers.blacklist (
  kind text not null check (kind in ('mobile', 'resident_id', 'uscc', 'shop')),
  value text not null,
  lock_id text not null,
  customer_id text not null,
  reason_code text not null,
  evidence text not null,
  added_by text not null,
  checked_by text not null,
  added_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz,
  lift_why text,
  primary key (kind, value, lock_id)
);
create index blacklist_by_lock on customers.blacklist (lock_id);
grant select, insert on customers.blacklist to tally_app;
grant update (lifted_by, lifted_at, lift_why) on customers.blacklist to tally_app;
