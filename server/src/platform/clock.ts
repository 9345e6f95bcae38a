import {
  bankDate,
  bankMinuteOfDay,
  bankMoment,
  type CalendarDate,
  fromEpochDay,
  type Instant,
  instant,
  msBetween,
  plusMs,
  toEpochDay,
} from '@tallystick/kernel';

/**
 * Two clocks. `wall` is the real one: sessions, one-time codes and leases live by it. `now` is the bank's moment:
 * with BANK_CLOCK=bank it is the wall's time of day on the bank's business date, so simulated months read naturally.
 */
export type Clock = { wall(): Instant; now(today: CalendarDate): Instant };

const wall = (): Instant => instant(Date.now());
export const wallClock: Clock = { wall, now: wall };
export const bankClock: Clock = {
  wall,
  now: (today) => {
    const at = wall();
    const sinceMidnight = msBetween(bankMoment(bankDate(at), 0), at);
    return plusMs(bankMoment(today, 0), sinceMidnight);
  },
};

const [DAY, MINUTE, TICKS] = [0, 1, 2];

/**
 * A clock that stands still until moved: simulations and tests. Each reading is a millisecond after the one before, so ids keep their
 * order. Threads that are handed its `memory` live by the same clock.
 */
export class SimulatedClock implements Clock {
  /** Epoch day, minute of the day, readings since the last move. */
  readonly memory: Int32Array;
  constructor(start: CalendarDate | { readonly memory: Int32Array }, minuteOfDay = 9 * 60) {
    if (typeof start === 'object') {
      this.memory = start.memory;
      return;
    }
    this.memory = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
    this.moveTo(start, minuteOfDay);
  }
  /** Moves to a bank day and wall time, e.g. `moveTo('2026-03-01', 21 * 60 + 59)`. */
  moveTo(day: CalendarDate, minuteOfDay = 9 * 60): void {
    this.memory.set([toEpochDay(day), minuteOfDay, 0]);
  }
  wall(): Instant {
    const ticks = Atomics.add(this.memory, TICKS, 1) + 1;
    return plusMs(this.#set(), ticks);
  }
  now(_today: CalendarDate): Instant {
    return this.wall();
  }
  get minuteOfDay(): number {
    return bankMinuteOfDay(this.#set());
  }
  #set(): Instant {
    return bankMoment(fromEpochDay(Atomics.load(this.memory, DAY)), Atomics.load(this.memory, MINUTE));
  }
}
