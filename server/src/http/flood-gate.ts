const MINUTE_MS = 60_000;
/** Ten a second from one address: an office behind one router stays below it. */
const PER_MINUTE = 600;
/** Addresses remembered at once; beyond, the gate starts afresh rather than grow. */
const ADDRESSES_MAX = 20_000;

/** Counts what strangers write, by address and minute, in this process: before a body is parsed or a connection taken. */
export class FloodGate {
  #minute = 0;
  readonly #counts = new Map<string, number>();
  /** Whether one more is let in. */
  admits(address: string, nowMs: number): boolean {
    const minute = Math.floor(nowMs / MINUTE_MS);
    if (minute !== this.#minute || this.#counts.size > ADDRESSES_MAX) {
      this.#minute = minute;
      this.#counts.clear();
    }
    const count = (this.#counts.get(address) ?? 0) + 1;
    this.#counts.set(address, count);
    return count <= PER_MINUTE;
  }
}
