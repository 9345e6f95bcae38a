-- why: who works here and what each may do: branches, staff, sessions, codes, dated rights, the authority matrix, requests under four eyes.
create schema access;
grant usage on schema access to tally_app;
-- central
create table access.branch (
  id text primary key,
  code text not null unique,
  name_zh text not null,
  name_en text not null,
  region text not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  version int not null default 1
);
-- central
create table access.staff (
  id text primary key,
  login text not null unique check (login = lower(login)),
  name text not null,
  password_hash text not null,
  totp_sealed text not null,
  -- Whether the owner has shown a code of this secret yet, and the last time step used: a code works once.
  totp_confirmed boolean not null,
  totp_step bigint not null default 0,
  roles text[] not null,
  branch_id text references access.branch (id),
  state text not null default 'active' check (state in ('active', 'disabled')),
  created_at timestamptz not null,
  version int not null default 1
);
-- Courses a role needs before it may be used, and who completed what. Dated; the gate reads both.
-- reference
create table access.role_training (
  role text not null,
  course text not null,
  name_zh text not null,
  name_en text not null,
  valid_days int not null check (valid_days > 0),
  effective_from date not null,
  effective_to date,
  source text not null,
  primary key (role, course, effective_from)
);
-- central
create table access.training (
  staff_id text not null references access.staff (id),
  course text not null,
  completed_on date not null,
  recorded_by text not null,
  primary key (staff_id, course, completed_on)
);
-- Browser sessions, and sign-ins that wait for their second factor. The token itself is nowhere, only its hash.
-- central
create table access.session (
  id text primary key,
  kind text not null check (kind in ('staff', 'borrower', 'pending')),
  holder_id text not null,
  token_hash text not null unique,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  stepped_up_at timestamptz,
  ip text not null,
  device text not null,
  ended_at timestamptz,
  ended_why text
);
create index session_holder on access.session (holder_id, ended_at);
-- Failed tries by account and by address. `key` is a keyed hash. Waits grow and fade; nobody is shut out for good.
-- central
create table access.attempt (
  kind text not null,
  key text not null,
  failures int not null,
  last_at timestamptz not null,
  next_at timestamptz not null,
  primary key (kind, key)
);
-- One-time codes for telephones: one live code for a purpose and number; number and code are keyed hashes.
-- central
create table access.one_time_code (
  purpose text not null,
  mobile_hash text not null,
  code_mac text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  used_at timestamptz,
  hour_from timestamptz not null,
  hour_count int not null,
  primary key (purpose, mobile_hash)
);
-- What a role may do, from when to when. Defaults come from the operations themselves, changes from dual control.
-- reference
create table access.role_grant (
  role text not null,
  permission text not null,
  effective_from date not null,
  effective_to date,
  source text not null,
  primary key (role, permission, effective_from)
);
-- The authority matrix: who decides which exposure. One version is in force on a day.
-- reference
create table access.matrix_version (
  version int primary key,
  effective_from date not null,
  effective_to date,
  source text not null,
  maker_id text,
  checker_id text
);
-- `column_key`: which column of the bank's table; up_to_minor null: no ceiling.
-- reference
create table access.matrix_row (
  version int not null references access.matrix_version (version),
  place int not null,
  product_code text,
  column_key text not null check (column_key in ('AA', 'A', 'SECURED', 'BBB')),
  up_to_minor bigint check (up_to_minor > 0),
  level text not null,
  primary key (version, place)
);
-- Authority lent to one person for a time.
-- central
create table access.temporary_authority (
  id text primary key,
  staff_id text not null references access.staff (id),
  level text not null,
  effective_from date not null,
  effective_to date not null check (effective_to >= effective_from),
  reason text not null,
  maker_id text,
  checker_id text
);
-- Work asked for by one person, to be run by another. The input is sealed.
-- by customer
create table access.request (
  customer_id text not null,
  id text not null,
  command text not null,
  says_zh text not null,
  says_en text not null,
  input_sealed text not null,
  ids jsonb not null,
  any_staff boolean not null,
  maker_kind text not null check (maker_kind in ('staff', 'borrower')),
  maker_id text not null,
  maker_name text not null,
  branch_id text,
  state text not null check (state in ('waiting', 'approved', 'rejected', 'expired')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  checker_id text,
  checker_name text,
  decided_at timestamptz,
  reason text,
  primary key (customer_id, id),
  constraint another_person check (checker_id is null or checker_id <> maker_id)
);
create index request_waiting on access.request (state, created_at);
-- Saved views and habits of one staff member.
-- central
create table access.preference (
  staff_id text not null references access.staff (id),
  key text not null,
  value jsonb not null,
  primary key (staff_id, key)
);
-- Logins shown on the sign-in page of a demonstration; filled by the demonstration's seed only.
-- central
create table access.demo_hint (
  staff_id text primary key references access.staff (id),
  password text not null
);
grant select, insert, update on access.branch, access.staff, access.session, access.attempt, access.one_time_code, access.role_grant to tally_app;
grant select, insert, update on access.request, access.preference, access.matrix_version, access.demo_hint to tally_app;
grant select, insert on access.training, access.matrix_row, access.temporary_authority to tally_app;
grant select on access.role_training to tally_app;
insert into access.matrix_version (version, effective_from, source) values (1, '2020-01-01', 'handbook 3.6');
insert into access.matrix_row (version, place, column_key, up_to_minor, level) values
  (1, 1, 'AA', 30000000, 'system_manager'), (1, 2, 'AA', 100000000, 'branch_reviewer'), (1, 3, 'AA', 500000000, 'branch_head'),
  (1, 4, 'AA', 2000000000, 'division_risk'), (1, 5, 'AA', 10000000000, 'head_approver'), (1, 6, 'AA', null, 'head_committee_president'),
  (1, 7, 'A', 30000000, 'system_manager'), (1, 8, 'A', 100000000, 'branch_reviewer'), (1, 9, 'A', 500000000, 'branch_head'),
  (1, 10, 'A', 2000000000, 'division_committee'), (1, 11, 'A', 10000000000, 'head_committee'), (1, 12, 'A', null, 'head_committee_president'),
  (1, 13, 'SECURED', 30000000, 'manager'), (1, 14, 'SECURED', 100000000, 'branch_reviewer'), (1, 15, 'SECURED', 500000000, 'branch_head'),
  (1, 16, 'SECURED', 2000000000, 'division_risk'), (1, 17, 'SECURED', 10000000000, 'head_committee'), (1, 18, 'SECURED', null, 'head_committee_president'),
  (1, 19, 'BBB', 30000000, 'branch_reviewer'), (1, 20, 'BBB', 100000000, 'branch_head'), (1, 21, 'BBB', 500000000, 'division_risk'),
  (1, 22, 'BBB', 2000000000, 'head_committee'), (1, 23, 'BBB', 10000000000, 'head_committee'), (1, 24, 'BBB', null, 'head_committee_president');
insert into access.role_training (role, course, name_zh, name_en, valid_days, effective_from, source) values
  ('APPROVER', 'credit_approval', '授信审批合规', 'Credit approval conduct', 730, '2020-01-01', 'bank policy'),
  ('COMMITTEE', 'credit_approval', '授信审批合规', 'Credit approval conduct', 730, '2020-01-01', 'bank policy'),
  ('DISBURSEMENT', 'payment_control', '放款与支付控制', 'Payout and payment control', 365, '2020-01-01', 'bank policy'),
  ('COLLECTOR', 'collection_conduct', '催收行为规范', 'Collection conduct', 365, '2020-01-01', 'GB/T 45251-2025');
