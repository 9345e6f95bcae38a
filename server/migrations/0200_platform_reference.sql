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
-- Every reference table has this trigger: the schema check looks for it.
do $$
declare
  name text;
begin
  foreach name in array array[
    'access.role_training', 'access.role_grant', 'access.matrix_version', 'access.matrix_row', 'tasks.service_level', 'notifications.template',
    'notifications.contact_rule', 'ledger.account', 'documents.retention', 'documents.kind', 'customers.consent_text', 'connectors.source_policy',
    'connectors.parameter', 'products.product_version', 'products.parameter_set', 'products.lpr', 'models.model', 'decisioning.parameter',
    'contracts.parameter', 'servicing.parameter', 'servicing.streak_step', 'monitoring.parameter', 'monitoring.signal', 'collections.strategy',
    'engagement.campaign'
  ] loop
    execute format('create trigger reference_changed after insert or update or delete or truncate on %s for each statement execute function platform.reference_changed()', name);
  end loop;
end
$$;
