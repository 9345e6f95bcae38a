import type { Bank } from './bank.ts';

/** Waits until the bank has done its work: a code has come, a decision has been made. */
export type Rest = () => Promise<void>;

/**
 * What several people do at the same time. Each goes on until it waits for the bank; when all wait or are done, the bank's jobs run, and those
 * who waited go on. So a day takes a few rounds of jobs, however many people it has.
 */
export async function together(bank: Bank, people: readonly ((rest: Rest) => Promise<void>)[]): Promise<void> {
  let awake = people.length;
  let waiting: (() => void)[] = [];
  let quiet = (): void => {};
  const lieDown = (): void => {
    awake -= 1;
    if (awake === 0) quiet();
  };
  const rest: Rest = () =>
    new Promise<void>((goOn) => {
      waiting.push(goOn);
      lieDown();
    });
  const done = Promise.all(people.map((person) => person(rest).finally(lieDown)));
  for (;;) {
    // The first failure is told by `done`; nobody waits for people who never lie down.
    if (awake > 0) await Promise.race([new Promise<void>((resolve) => (quiet = resolve)), done]);
    await bank.work();
    if (waiting.length === 0) break;
    const woken = waiting;
    waiting = [];
    awake = woken.length;
    for (const goOn of woken) goOn();
  }
  await done;
}
