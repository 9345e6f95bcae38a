-- why: how borrowers pay, scored every month from the books: what the score was, by which card, from which figures, and what it speaks for.
-- by customer
create table monitoring.behaviour_score (
  customer_id text not null,
  month date not null check (extract(day from month) = 1),
  model_id text not null,
  model_version text not null,
  -- Months in which something was due, up to twelve; below `behaviour_fewest_months` there is no score.
  months int not null check (months between 1 and 12),
  points int,
  line text check (line in ('raise', 'keep', 'cut')),
  collection_priority int check (collection_priority between 1 and 3),
  -- Points lost against the month before, and by what, when that many are an alert.
  fall int check (fall > 0),
  reasons jsonb not null,
  windows jsonb not null,
  scored_on date not null,
  at timestamptz not null,
  primary key (customer_id, month),
  check ((points is null) = (line is null) and (points is null) = (collection_priority is null) and (fall is null or points is not null))
);
create index behaviour_score_by_month on monitoring.behaviour_score (month);
create trigger only_grows before update or delete or truncate on monitoring.behaviour_score for each statement execute function monitoring.refuse_change();
grant select, insert on monitoring.behaviour_score to tally_app;

create or replace function monitoring.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'measures and behaviour scores only grow' using errcode = 'TL001';
end
$$;

insert into monitoring.parameter (name, effective_from, effective_to, value, source) values
  ('behaviour_fewest_months', '2020-01-01', null, 3, 'design value: fewer months with something due are no history, a person looks'),
  ('behaviour_raise_from', '2020-01-01', null, 545, 'design value: six months without a day late, paid every month'),
  ('behaviour_cut_below', '2020-01-01', null, 480, 'design value: late now'),
  ('behaviour_collect_first_below', '2020-01-01', null, 440, 'design value: more than a month late, or late in most months'),
  ('behaviour_collect_second_below', '2020-01-01', null, 490, 'design value: late now, or late in two of six months'),
  ('behaviour_alert_fall', '2020-01-01', null, 40, 'design value: the odds of the card halve (S1-25)');
insert into monitoring.signal (code, effective_from, effective_to, category, name_zh, name_en, severity, threshold_ppm, red_threshold_ppm, owner_role, response_zh, response_en, source) values
  ('BH-01', '2020-01-01', null, 'credit', '行为评分骤降', 'Behaviour score falls', 'yellow', null, null, 'POST_LOAN', '联系客户了解还款困难，复核额度', 'Ask the customer what is the matter, look at the line again', 'handbook S1-25 (design value)');
