-- why: how a customer pays our own loans enters the next grade; the loans stand on a later floor and tell it here.
-- by customer
create table decisioning.late_instalment (
  customer_id text not null,
  loan_id text not null,
  no int not null,
  due_on date not null,
  paid_on date,
  primary key (customer_id, loan_id, no)
);
grant select, insert, delete on decisioning.late_instalment to tally_app;
