-- why: the books. Journals and their lines only grow; the database itself refuses one that does not balance.
create schema ledger;
grant usage on schema ledger to tally_app;

-- The chart of accounts. `controlled` accounts follow a sub-ledger, so nobody posts to them by hand.
-- reference
create table ledger.account (
  code text primary key check (code ~ '^[0-9]{4}$'),
  zh text not null,
  en text not null,
  kind text not null check (kind in ('asset', 'liability', 'income', 'expense', 'off_balance')),
  normal_side text not null check (normal_side in ('debit', 'credit')),
  controlled boolean not null
);

-- The business date is in the key, so that months can become partitions without a rewrite.
-- by customer
create table ledger.journal (
  customer_id text not null,
  on_date date not null,
  id text not null,
  kind text not null,
  reference text not null,
  zh text not null,
  en text not null,
  currency char(3) not null,
  branch_id text,
  reverses text,
  actor_id text not null,
  posted_at timestamptz not null,
  primary key (customer_id, on_date, id)
);
create index journal_by_id on ledger.journal (customer_id, id);
create index journal_by_day on ledger.journal (on_date, id);

-- by customer
create table ledger.journal_line (
  customer_id text not null,
  on_date date not null,
  journal_id text not null,
  line int not null,
  account text not null references ledger.account (code),
  side text not null check (side in ('debit', 'credit')),
  amount_minor bigint not null check (amount_minor > 0),
  currency char(3) not null,
  subject text not null,
  primary key (customer_id, on_date, journal_id, line),
  foreign key (customer_id, on_date, journal_id) references ledger.journal (customer_id, on_date, id)
);
create index line_by_subject on ledger.journal_line (customer_id, subject, account);

-- A journal is reversed at most once: claimed here, because the journals' own key carries the day.
-- by customer
create table ledger.reversal (
  customer_id text not null,
  journal_id text not null,
  reversed_by text not null,
  primary key (customer_id, journal_id)
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the books only grow' using errcode = 'TL001';
end
$$;
create trigger only_grows before update or delete or truncate on ledger.journal for each statement execute function ledger.refuse_change();
create trigger only_grows before update or delete or truncate on ledger.journal_line for each statement execute function ledger.refuse_change();
create trigger only_grows before update or delete or truncate on ledger.reversal for each statement execute function ledger.refuse_change();

-- All lines of a journal come in one statement; debits equal credits in each currency, or nothing is written.
create function ledger.refuse_unbalanced() returns trigger language plpgsql as $$
begin
  if exists (
    select from written
    group by customer_id, on_date, journal_id, currency
    having sum(case side when 'debit' then amount_minor else -amount_minor end) <> 0
  ) then
    raise exception 'a journal does not balance' using errcode = 'TL002';
  end if;
  return null;
end
$$;
create trigger balances after insert on ledger.journal_line referencing new table as written for each statement execute function ledger.refuse_unbalanced();

grant select on ledger.account to tally_app;
grant select, insert on ledger.journal, ledger.journal_line, ledger.reversal to tally_app;

insert into ledger.account (code, zh, en, kind, normal_side, controlled) values
  ('1002', '清算资金', 'Clearing account at the payment rail', 'asset', 'debit', false),
  ('1132', '应计利息', 'Accrued interest, not yet due', 'asset', 'debit', true),
  ('1133', '应收利息', 'Interest receivable', 'asset', 'debit', true),
  ('1134', '应收罚息', 'Penalty interest receivable', 'asset', 'debit', true),
  ('1135', '应收费用', 'Fees receivable', 'asset', 'debit', true),
  ('1301', '贷款本金', 'Loan principal', 'asset', 'debit', true),
  ('1303', '贷款损失准备', 'Allowance for loan losses', 'asset', 'credit', false),
  ('2241', '客户溢缴款', 'Customer credit balances', 'liability', 'credit', true),
  ('6011', '利息收入', 'Interest income', 'income', 'credit', false),
  ('6012', '罚息收入', 'Penalty interest income', 'income', 'credit', false),
  ('6021', '手续费收入', 'Fee income', 'income', 'credit', false),
  ('6602', '业务及管理费', 'Operating expense', 'expense', 'debit', false),
  ('6701', '信用减值损失', 'Credit impairment loss', 'expense', 'debit', false),
  ('9011', '表外应收利息', 'Off-balance interest receivable', 'off_balance', 'debit', true),
  ('9012', '表外应收罚息', 'Off-balance penalty receivable', 'off_balance', 'debit', true),
  ('9021', '已核销资产', 'Loans written off', 'off_balance', 'debit', false),
  ('9091', '表外对转', 'Off-balance contra', 'off_balance', 'credit', true);
