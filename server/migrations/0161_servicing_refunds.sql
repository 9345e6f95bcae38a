-- why: money that a settled loan holds beyond what was owed is the borrower's: it goes back by the rail, once, and is an event of the loan like any other.
-- by customer
create table servicing.refund (
  customer_id text not null,
  order_no text not null,
  loan_id text not null,
  branch_id text,
  amount_minor bigint not null check (amount_minor > 0),
  reason text not null,
  state text not null check (state in ('ordered', 'success', 'failed', 'returned')),
  fault_code text,
  ordered_at timestamptz not null,
  ordered_by text not null,
  settled_at timestamptz,
  primary key (customer_id, order_no)
);
create unique index refund_one_under_way on servicing.refund (customer_id, loan_id) where state = 'ordered';
grant select, insert, update on servicing.refund to tally_app;
alter table servicing.loan_event drop constraint loan_event_kind_check;
alter table servicing.loan_event add constraint loan_event_kind_check check (kind in ('disburse', 'repay', 'prepay', 'settle', 'waive', 'fee', 'refund', 'reverse'));
