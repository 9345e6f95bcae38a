import { divRound, type EpochDay, min, must } from '@tallystick/kernel';
import { stepFrom } from './dates.ts';
import { ZERO } from './decimal.ts';
import { PLANNED, settleLast, toMultiple } from './model.ts';
import type { Of } from './postings.ts';
import { ROW_BUCKETS } from './product.ts';
import { newRow, noBuckets, open, type Row, sortRows, touch } from './rows.ts';
import { follow, notePaid, record, refresh, type State } from './state.ts';

/** 重新分摊: unpaid principal of the rows due so far moves to the rows to come, in equal parts. */
export function reamortize(state: State, posting: Of<'reamortize'>): void {
  follow(state, posting.day);
  const past = state.rows.filter((row) => row.due <= posting.day);
  const future = state.rows.filter((row) => row.due > posting.day && row.kind === 'normal');
  if (future.length === 0) {
    record(state, posting, 'reamortize', 0n, noBuckets());
    return;
  }
  state.model = null;
  let moved = 0n;
  for (const row of past) {
    moved += open(row, 'principal');
    row.asked.principal -= open(row, 'principal');
    touch(row, posting.day);
  }
  const part = toMultiple(state.product, divRound(moved, BigInt(future.length), 'half_even'));
  let left = moved;
  future.forEach((row, k) => {
    const share = k === future.length - 1 ? left : part;
    row.asked.principal += share;
    left -= share;
    touch(row, posting.day);
  });
  record(state, posting, 'reamortize', moved, { ...noBuckets(), principal: moved });
}

/** What the re-aged rows take over from one they replace: money already paid, charges, credits. */
function takeOver(target: Row, old: Row): void {
  for (const bucket of ROW_BUCKETS) {
    target.paid[bucket] += old.paid[bucket];
    target.waived[bucket] += old.waived[bucket];
    target.credited[bucket] += old.credited[bucket];
  }
  target.asked.principal += old.paid.principal;
  for (const bucket of ['penalty', 'fee', 'interest'] as const) target.asked[bucket] += old.asked[bucket];
  target.paidAhead += old.paidAhead;
  target.paidLate += old.paidLate;
}

/** 重新账期: all unpaid principal is spread over new rows from a day on; rows due before the event stay with what was paid. */
export function reage(state: State, posting: Of<'reage'>): void {
  const { day, count } = posting;
  follow(state, day);
  state.model = null;
  let moved = 0n;
  for (const row of state.rows) moved += open(row, 'principal');
  const replaced = state.rows.filter((row) => row.kind !== 'down' && row.due >= day);
  const kept = state.rows.filter((row) => !replaced.includes(row));
  for (const row of kept) {
    row.asked.principal -= open(row, 'principal');
    touch(row, day);
  }
  const part = toMultiple(state.product, divRound(moved, BigInt(count), 'half_even'));
  let from = kept.filter((row) => row.kind !== 'down').at(-1)?.due ?? must(replaced[0], 'row').from;
  const fresh: Row[] = [];
  for (let k = 0; k < count; k += 1) {
    const due = stepFrom(posting.start, posting.unit, k * posting.every);
    const row = newRow('normal', from, due);
    row.asked.principal = k === count - 1 ? moved - part * BigInt(count - 1) : part;
    fresh.push(row);
    from = due;
  }
  replaced.forEach((old, k) => {
    takeOver(must(fresh[Math.min(k, count - 1)], 'row'), old);
  });
  moveCharges(state, replaced, fresh);
  state.rows.splice(0, state.rows.length, ...kept, ...fresh);
  sortRows(state.product, state.rows);
  for (const row of fresh) touch(row, day);
  record(state, posting, 'reage', moved, { ...noBuckets(), principal: moved });
}

/** Charges of replaced rows go to the new row that holds their due day, as far as they are open; what was paid or waived stays with its money. */
function moveCharges(state: State, replaced: readonly Row[], fresh: readonly Row[]): void {
  for (const { posting, shares } of state.charges) {
    if (posting.timing !== 'due_date') continue;
    for (const share of shares) {
      const index = replaced.indexOf(share.row);
      if (index < 0) continue;
      const bucket = posting.penalty ? 'penalty' : 'fee';
      const first = must(fresh[Math.min(index, fresh.length - 1)], 'row');
      const holder = fresh.find((row) => posting.due <= row.due) ?? must(fresh.at(-1), 'row');
      const moved = min(share.minor, open(first, bucket));
      first.asked[bucket] -= moved;
      holder.asked[bucket] += moved;
      (share as { row: Row }).row = moved > 0n ? holder : first;
    }
  }
}

/** 核销前的 charge-off: what is open on the day; afterwards interest stops, stays planned, or everything falls due, by product. */
export function chargeOff(state: State, posting: Of<'charge_off'>): void {
  const { day } = posting;
  follow(state, day);
  state.chargedOff = day;
  if (state.product.chargeOff !== 'regular') stopInterest(state, day);
  if (state.product.chargeOff === 'accelerate') accelerate(state, day);
  const portions = noBuckets();
  for (const row of state.rows) for (const bucket of ROW_BUCKETS) portions[bucket] += open(row, bucket);
  record(state, posting, 'charge_off', portions.penalty + portions.fee + portions.interest + portions.principal, portions);
}

function stopInterest(state: State, day: EpochDay): void {
  if (state.model === null) return;
  notePaid(state);
  state.model.rates.push({ day, rate: ZERO });
  settleLast(state.model, PLANNED);
  refresh(state, day, day);
}

/** Everything still to come falls due on the day, in the row that was running. */
function accelerate(state: State, day: EpochDay): void {
  const running = state.rows.find((row) => row.kind === 'normal' && row.due > day);
  if (running === undefined) return;
  state.model = null;
  const later = state.rows.filter((row) => row.kind === 'normal' && row.due > running.due);
  running.due = day;
  for (const row of later)
    for (const bucket of ROW_BUCKETS) {
      running.asked[bucket] += row.asked[bucket];
      running.paid[bucket] += row.paid[bucket];
      running.waived[bucket] += row.waived[bucket];
      running.credited[bucket] += row.credited[bucket];
    }
  state.rows.splice(0, state.rows.length, ...state.rows.filter((row) => !later.includes(row)));
  touch(running, day);
}
