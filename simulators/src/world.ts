import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFaults, type Faults } from './faults.ts';
import type { Overrides } from './overrides.ts';
import type { SourceName } from './sources.ts';

/** One call as the replay log keeps it. */
export type Call = {
  readonly time: string;
  readonly source: SourceName;
  readonly method: string;
  readonly path: string;
  readonly subject: string;
  readonly status: number;
  readonly result: string;
  readonly ms: number;
  readonly fault: string;
  readonly body: unknown;
};
export type Message = {
  readonly message_id: string;
  readonly channel: 'sms' | 'email';
  readonly to: string;
  readonly biz_type: string;
  readonly template_id: string;
  readonly subject: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly send_time: string;
  readonly status: string;
};

/** The last `size` items, newest last. */
export type Ring<T> = { add(item: T): void; newest(limit: number, want?: (item: T) => boolean): T[]; clear(): void; readonly count: number };
export function ring<T>(size: number): Ring<T> {
  let items: T[] = [];
  return {
    add(item) {
      items.push(item);
      if (items.length > size * 2) items = items.slice(-size);
    },
    newest: (limit, want = () => true) => items.slice(-size).filter(want).slice(-limit).reverse(),
    clear: () => {
      items = [];
    },
    get count() {
      return Math.min(items.length, size);
    },
  };
}

/** What all sources share: the seed, what was set about subjects, the switched faults, the log of calls and the messages sent. */
export type World = {
  readonly seed: string;
  readonly faults: Faults;
  readonly calls: Ring<Call>;
  readonly messages: Ring<Message>;
  /** What was set about a subject; empty when nothing was. */
  about(id: string): Overrides;
  subjects(): ReadonlyMap<string, Overrides>;
  set(id: string, overrides: Overrides): void;
  reset(): void;
  /** Writes what is not written yet. */
  close(): void;
};

/** How long a change may be only in memory. */
const SAVED_WITHIN_MS = 200;
export const CALLS_KEPT = 1000;
export const MESSAGES_KEPT = 2000;
const NOTHING: Overrides = {};

/** Opens the world; overrides survive a restart when a state folder is given. */
export function openWorld(seed: string, stateDir: string | undefined): World {
  const file = stateDir === undefined ? undefined : join(stateDir, 'subjects.json');
  if (stateDir !== undefined) mkdirSync(stateDir, { recursive: true });
  const stored = file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Overrides>) : {};
  const subjects = new Map<string, Overrides>(Object.entries(stored));
  let due: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(due);
    due = undefined;
    if (file === undefined) return;
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(subjects)));
    renameSync(`${file}.new`, file); // A crash leaves the old file or the new one, never half of one.
  };
  /** What changes in a moment is written once. */
  const saveSoon = () => {
    due ??= setTimeout(save, SAVED_WITHIN_MS);
  };
  const faults = createFaults();
  const calls = ring<Call>(CALLS_KEPT);
  const messages = ring<Message>(MESSAGES_KEPT);
  return {
    seed,
    faults,
    calls,
    messages,
    about: (id) => subjects.get(id) ?? NOTHING,
    subjects: () => subjects,
    set(id, overrides) {
      if (Object.keys(overrides).length === 0) subjects.delete(id);
      else subjects.set(id, overrides);
      saveSoon();
    },
    reset() {
      subjects.clear();
      save();
      faults.clear();
      calls.clear();
      messages.clear();
    },
    close() {
      if (due !== undefined) save();
    },
  };
}
