-- why: figures of the outside that the merchant card is read against change with the years: dated rows with their source, never constants in code.
-- reference
create table decisioning.parameter (
  name text not null,
  value text not null,
  effective_from date not null,
  effective_to date check (effective_to > effective_from),
  source text not null,
  primary key (name, effective_from)
);
insert into decisioning.parameter (name, value, effective_from, effective_to, source) values
  ('gdp_per_head_minor', '8935800', '2020-01-01', '2025-02-28', '国家统计局《2023年国民经济和社会发展统计公报》: 人均国内生产总值 89,358 元; days before its publication use it too'),
  ('gdp_per_head_minor', '9574900', '2025-02-28', '2026-02-28', '国家统计局《2024年国民经济和社会发展统计公报》: 人均国内生产总值 95,749 元'),
  ('gdp_per_head_minor', '9970000', '2026-02-28', null, '国家统计局 2025 年人均国内生产总值, rounded to hundreds of yuan'),
  ('lender_province', '33', '2020-01-01', null, 'registered seat of the bank (GB/T 2260, first two digits)');
grant select on decisioning.parameter to tally_app;
