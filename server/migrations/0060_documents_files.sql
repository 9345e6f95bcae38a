-- why: files of customers: what each is, who checked it, how long it is kept. The bytes lie in the blob store under their hash.
create schema documents;
grant usage on schema documents to tally_app;
-- How long a class of papers is kept after the relation ends; dated, with the duty it comes from (handbook PIP-07).
-- reference
create table documents.retention (
  class text not null,
  years int not null check (years > 0),
  effective_from date not null,
  effective_to date,
  source text not null,
  primary key (class, effective_from)
);
-- reference
create table documents.kind (
  code text primary key,
  name_zh text not null,
  name_en text not null,
  retention_class text not null,
  by_borrower boolean not null
);
-- by customer
create table documents.document (
  customer_id text not null,
  id text not null,
  kind text not null references documents.kind (code),
  subject text not null,
  name text not null,
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  size_bytes int not null check (size_bytes between 1 and 10485760),
  sha256 text not null check (length(sha256) = 64),
  source text not null,
  state text not null check (state in ('uploaded', 'accepted', 'rejected')),
  comment text,
  stored_at timestamptz not null,
  stored_by text not null,
  reviewed_at timestamptz,
  reviewed_by text,
  version int not null default 1,
  primary key (customer_id, id)
);
create index document_subject on documents.document (customer_id, subject, kind);
grant select, insert, update on documents.document to tally_app;
grant select on documents.kind, documents.retention to tally_app;
-- Of a stored file only the review may change: name, hash and owner are for good.
create function documents.keep_file() returns trigger language plpgsql as $$
begin
  if (new.customer_id, new.id, new.kind, new.subject, new.name, new.media_type, new.size_bytes, new.sha256, new.source, new.stored_at, new.stored_by)
    is distinct from (old.customer_id, old.id, old.kind, old.subject, old.name, old.media_type, old.size_bytes, old.sha256, old.source, old.stored_at, old.stored_by)
  then raise exception 'of a stored file only its review may change' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger document_kept before update on documents.document for each row execute function documents.keep_file();
insert into documents.retention (class, years, effective_from, source) values
  ('identity', 10, '2020-01-01', '反洗钱法 2024 art. 34 (PIP-07)'),
  ('credit_file', 5, '2020-01-01', 'bank policy: five years after settlement (PIP-07)'),
  ('contract', 10, '2020-01-01', '反洗钱法 2024 art. 34 (PIP-07)'),
  ('collection', 5, '2020-01-01', '消费金融公司管理办法 (COL-07)');
insert into documents.kind (code, name_zh, name_en, retention_class, by_borrower) values
  ('id_card_front', '身份证人像面', 'Identity card, portrait side', 'identity', true),
  ('id_card_back', '身份证国徽面', 'Identity card, emblem side', 'identity', true),
  ('business_licence', '营业执照', 'Business licence', 'identity', true),
  ('income_proof', '收入证明', 'Proof of income', 'credit_file', true),
  ('bank_statement', '银行流水', 'Bank statement', 'credit_file', true),
  ('tax_return', '纳税申报表', 'Tax return', 'credit_file', true),
  ('financial_statement', '财务报表', 'Financial statements', 'credit_file', true),
  ('lease', '经营场所证明', 'Proof of premises', 'credit_file', true),
  ('purchase_contract', '采购合同', 'Purchase contract', 'credit_file', true),
  ('use_of_funds', '资金用途凭证', 'Proof of use of funds', 'credit_file', true),
  ('collateral_title', '抵质押权属证明', 'Title to collateral', 'contract', true),
  ('investigation_report', '尽职调查报告', 'Investigation report', 'credit_file', false),
  ('contract', '借款合同', 'Loan contract', 'contract', false),
  ('cost_statement', '综合融资成本明示表', 'Cost statement', 'contract', false),
  ('settlement_certificate', '结清证明', 'Settlement certificate', 'credit_file', false),
  ('collection_record', '催收记录', 'Record of collection contact', 'collection', false),
  ('complaint', '投诉材料', 'Complaint papers', 'credit_file', true),
  ('other', '其他', 'Other', 'credit_file', true);
