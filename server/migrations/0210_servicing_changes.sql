-- why: a plan may be changed while the loan lives: more periods (展期), or new instalments for what is open (重组). Both are events like any other.
alter table servicing.loan_event drop constraint loan_event_kind_check;
alter table servicing.loan_event add constraint loan_event_kind_check
  check (kind in ('disburse', 'repay', 'prepay', 'settle', 'waive', 'fee', 'refund', 'reverse', 'extend', 'replan'));
