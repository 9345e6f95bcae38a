-- why: loan contracts: terms frozen when drafted, what they cost in all, who read and signed what, and the proof of it.
create schema contracts;
grant usage on schema contracts to tally_app;

-- Limits of law and policy that a contract amount is held against.
-- reference
create table contracts.parameter (
  name text not null,
  effective_from date not null,
  effective_to date,
  value bigint not null,
  source text not null,
  primary key (name, effective_from)
);

-- The bank's own signing certificate, reused until it ends.
-- central
create table contracts.house_certificate (
  serial text primary key,
  cert_pem text not null,
  chain_pem text not null,
  not_after timestamptz not null
);

-- by customer
create table contracts.contract (
  customer_id text not null,
  id text not null,
  contract_no text not null,
  application_id text not null,
  decision_id text not null,
  branch_id text,
  product_code text not null,
  product_version int not null,
  state text not null check (state in ('draft', 'signing', 'signed', 'cancelled')),
  version int not null,
  terms text not null,
  limits text not null,
  cost text not null,
  text_version text not null,
  text_hash text not null,
  valid_until date not null,
  approved_by text not null,
  read_at timestamptz,
  signed_at timestamptz,
  document_id text,
  document_hash text,
  fault text,
  drafted_at timestamptz not null,
  primary key (customer_id, id)
);
create index contract_by_state on contracts.contract (state, drafted_at);
create index contract_by_application on contracts.contract (customer_id, application_id);

-- What happened on the way to the signature, in order: the evidence pack. Facts carry no personal data in the clear.
-- by customer
create table contracts.evidence (
  customer_id text not null,
  contract_id text not null,
  place int not null,
  kind text not null check (kind in ('drafted', 'amount_chosen', 'read', 'code_sent', 'consented', 'borrower_signed', 'bank_signed')),
  facts text not null,
  ip text not null,
  device text not null,
  actor_id text not null,
  at timestamptz not null,
  primary key (customer_id, contract_id, place),
  foreign key (customer_id, contract_id) references contracts.contract (customer_id, id)
);
create function contracts.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'evidence only grows' using errcode = 'TL001';
end
$$;
create trigger only_grows before update or delete or truncate on contracts.evidence for each statement execute function contracts.refuse_change();

grant select on contracts.parameter to tally_app;
grant select, insert on contracts.house_certificate, contracts.evidence to tally_app;
grant select, insert, update on contracts.contract to tally_app;

insert into contracts.parameter (name, effective_from, effective_to, value, source) values
  ('single_borrower_cap_minor', '2020-01-01', null, 5000000000, '商业银行法 art. 39: one borrower at most 10 % of capital; capital of the demo bank 500,000,000.00'),
  ('reading_seconds', '2020-01-01', null, 10, '金规〔2026〕2号 (APR-03): a forced reading time before an online borrower confirms');
