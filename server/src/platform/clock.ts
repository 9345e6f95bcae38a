import { bankDate, bankMinuteOfDay, bankMoment, type CalendarDate, type Instant, instant, msBetween, plusMs } from '@tallystick/kernel';

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

/** A clock that stands still until moved: simulations and tests. Each reading is a millisecond after the one before, so ids keep their order. */
export class SimulatedClock implements Clock {
  #minute: number;
  #ticks = 0;
  #day: CalendarDate;
  constructor(day: CalendarDate, minuteOfDay = 9 * 60) {
    this.#day = day;
    this.#minute = minuteOfDay;
  }
  /** Moves to a bank day and wall time, e.g. `moveTo('2026-03-01', 21 * 60 + 59)`. */
  moveTo(day: CalendarDate, minuteOfDay = 9 * 60): void {
    this.#day = day;
    this.#minute = minuteOfDay;
    this.#ticks = 0;
  }
  wall(): Instant {
    this.#ticks += 1;
    return plusMs(bankMoment(this.#day, this.#minute), this.#ticks);
  }
  now(_today: CalendarDate): Instant {
    return this.wall();
  }
  get minuteOfDay(): number {
    return bankMinuteOfDay(bankMoment(this.#day, this.#minute));
  }
}
