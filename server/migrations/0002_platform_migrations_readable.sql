-- why: the doctor, which runs in the application's role, tells which migrations are missing.
grant select on platform.migration to tally_app;
