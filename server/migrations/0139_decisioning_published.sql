-- why: what reporting may read of grades, decisions and approvals. Names and meanings here are promised.
create view decisioning.published_decision as
  select d.customer_id, d.application_id, d.attempt, d.branch_id, d.outcome, d.risk_level, d.made_at, r.grade, r.grade_group
  from decisioning.decision_record d left join decisioning.rating_case r on r.customer_id = d.customer_id and r.id = d.rating_id;
create view decisioning.published_approval as
  select customer_id, application_id, branch_id, source, state, amount_minor, rate_ppm, irr_ppm, months, approved_at from decisioning.approval;
create view decisioning.published_override as
  select customer_id, id as override_id, branch_id, direction, state, asked_at, decided_at from decisioning.grade_override;
grant select on decisioning.published_decision, decisioning.published_approval, decisioning.published_override to tally_app;
