-- why: reference rows (dated parameters, catalogues, templates) are read in every transaction and written a few times a year. Processes keep
-- what they have read; one number, told to every transaction as it begins and moved by every change, says whether it still holds.
-- central
create table platform.reference_state (
  single boolean primary key default true check (single),
  version bigint not null
);
insert into platform.reference_state (version) values (1);
grant select on platform.reference_state to tally_app;
create function platform.reference_changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update platform.reference_state set version = version + 1;
  return null;
end
$$;
