-- why: a file with many customers' rows leaves the bank only when a second person has agreed, for a purpose and a time.
-- central
create table access.export_permit (
  id text primary key,
  staff_id text not null references access.staff (id),
  permission text not null,
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  reason text not null,
  checker_id text not null check (checker_id <> staff_id)
);
create index export_permit_staff on access.export_permit (staff_id, permission);
grant select, insert on access.export_permit to tally_app;
