import { assert, type CalendarDate, parseDate } from '@tallystick/kernel';

/** What a story needs from its stage: time that can be moved, acts by their first word, and sights by name. */
export type Stage = {
  /** Brings the bank to the day (closing every day before it) and the time. */
  moveTo(day: CalendarDate, minuteOfDay: number): Promise<void>;
  readonly acts: Readonly<Record<string, (words: readonly string[]) => Promise<void>>>;
  readonly sees: Readonly<Record<string, () => Promise<string>>>;
};

const MORNING = 9 * 60;

/** "2026-03-01" or "2026-03-01 21:59". */
function readMoment(cell: string): { day: CalendarDate; minute: number } {
  const [date = '', time] = cell.split(/\s+/);
  const day = parseDate(date);
  assert(day !== undefined, `no such day: ${cell}`);
  const [hours, minutes] = (time ?? '').split(':').map(Number);
  return { day, minute: time === undefined ? MORNING : (hours ?? 0) * 60 + (minutes ?? 0) };
}

/**
 * Plays a story over days, one line each: `day [time] | act | expect`. `-` is no act; an act's words go to the act named by the first of them;
 * expectations are `name=value`, comma-separated. The first line that does not come true ends it, by its own words.
 */
export async function scenario(stage: Stage, table: string): Promise<void> {
  const lines = table
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '' && !l.startsWith('#'));
  for (const line of lines) {
    const [when, act, expects] = line.split('|').map((c) => c.trim());
    assert(when !== undefined && act !== undefined && expects !== undefined, `a line needs three cells: ${line}`);
    const { day, minute } = readMoment(when);
    await stage.moveTo(day, minute);
    if (act !== '-') await play(stage, act, line);
    await look(stage, expects, line);
  }
}

async function play(stage: Stage, act: string, line: string): Promise<void> {
  const [name = '', ...words] = act.split(/\s+/);
  const run = stage.acts[name];
  assert(run !== undefined, `nobody knows how to "${name}": ${line}`);
  try {
    await run(words);
  } catch (error) {
    throw new Error(`at: ${line}\n${(error as Error).message}`, { cause: error });
  }
}

async function look(stage: Stage, expects: string, line: string): Promise<void> {
  const wanted = expects.split(',').map((e) => e.trim());
  for (const expect of wanted.filter((e) => e !== '')) {
    const [name = '', want = ''] = expect.split('=');
    const see = stage.sees[name];
    assert(see !== undefined, `nobody knows what "${name}" is: ${line}`);
    const got = await see();
    assert(got === want, `${name} is "${got}", the table says "${want}" at: ${line}`);
  }
}
