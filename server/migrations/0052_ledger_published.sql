-- why: what reporting may read of the books: every line with its day and branch. Names and meanings here are promised.
create view ledger.published_line as
  select l.customer_id, l.on_date, l.account, l.side, l.amount_minor, l.currency, l.subject, j.branch_id, j.kind
  from ledger.journal_line l join ledger.journal j on j.customer_id = l.customer_id and j.on_date = l.on_date and j.id = l.journal_id;
grant select on ledger.published_line to tally_app;
