-- why: what the bank sells and by which numbers: product templates, parameter sets and the LPR series, each version a dated row with its source.
create schema products;
grant usage on schema products to tally_app;
-- One version of one product. A new version replaces the former from its first day on; nothing is edited.
-- reference
create table products.product_version (
  code text not null,
  version int not null check (version >= 1),
  effective_from date not null,
  effective_to date,
  body text not null,
  source text not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (code, version),
  check (effective_to is null or effective_to > effective_from)
);
-- One version of one set of parameters (rating, policy, pricing, intake). `body` is canonical JSON: its SHA-256 is what decisions name.
-- reference
create table products.parameter_set (
  name text not null,
  version int not null check (version >= 1),
  effective_from date not null,
  effective_to date,
  body text not null,
  sha256 text not null,
  source text not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (name, version),
  check (effective_to is null or effective_to > effective_from)
);
-- Loan prime rate as published, one row a tenor and month (REP-13).
-- reference
create table products.lpr (
  tenor text not null check (tenor in ('1Y', '5Y')),
  published_on date not null,
  rate_ppm bigint not null check (rate_ppm > 0),
  source text not null,
  primary key (tenor, published_on)
);
grant select, insert on products.product_version, products.parameter_set, products.lpr to tally_app;
grant update (effective_to) on products.product_version, products.parameter_set to tally_app;
create function products.keep_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'versions are kept'; end if;
  if (to_jsonb(new) - 'effective_to') is distinct from (to_jsonb(old) - 'effective_to') then raise exception 'a version is never edited; make a new one'; end if;
  return new;
end
$$;
create trigger keep_version before update or delete on products.product_version for each row execute function products.keep_version();
create trigger keep_version before update or delete on products.parameter_set for each row execute function products.keep_version();
