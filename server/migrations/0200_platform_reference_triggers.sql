-- why: every change of a reference table moves the number by which processes know whether what they keep of it still holds.
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
