-- why: an entry of the internal list may have a last day; after it the entry tells what was, and stops nobody any more.
alter table customers.blacklist add column ends_on date;
