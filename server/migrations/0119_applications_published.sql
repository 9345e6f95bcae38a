-- why: what reporting may read of applications. Names and meanings here are promised.
create view applications.published_application as
  select customer_id, id as application_id, branch_id, product_code, state, amount_minor, approved_amount_minor, approved_rate_ppm, is_first_loan, created_at, submitted_at, decided_at
  from applications.application;
grant select on applications.published_application to tally_app;
create view applications.published_node as
  select customer_id, application_id, place, state, entered_at, left_at from applications.node;
grant select on applications.published_node to tally_app;
