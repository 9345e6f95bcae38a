-- why: which model decides, in which version, made from what, how good, by whom accepted: a model that is live never changes.
create schema models;
grant usage on schema models to tally_app;
-- reference
create table models.model (
  id text not null,
  version text not null,
  purpose text not null,
  kind text not null check (kind in ('scorecard')),
  name_zh text not null,
  name_en text not null,
  state text not null check (state in ('validated', 'live', 'retired')),
  body text not null,
  sha256 text not null,
  owner text not null,
  registered_at timestamptz not null,
  live_from date,
  retired_on date,
  primary key (id, version)
);
create unique index model_one_live on models.model (purpose) where state = 'live';
grant select, insert on models.model to tally_app;
grant update (state, live_from, retired_on) on models.model to tally_app;
