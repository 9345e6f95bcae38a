-- why: an offer that rests on a consent ends with it, and its row says why it ended.
alter table decisioning.offer drop constraint offer_state_check;
alter table decisioning.offer add constraint offer_state_check check (state in ('live', 'proposed', 'replaced', 'expired', 'refused', 'withdrawn'));
