import { type Instant, msBetween } from '@tallystick/kernel';
import type { StaffId, StaffRole } from '#platform';
import type { Task } from './types.ts';

/** A clock turns amber when less than a quarter of the time is left. */
const AMBER_SHARE = 4;
export type TaskClock = { readonly minutesLeft: number; readonly colour: 'green' | 'amber' | 'red' };
/** Where a task stands in its time; whole minutes, rounded down, negative when late. */
export function clockOf(task: Pick<Task, 'openedAt' | 'dueAt'>, now: Instant): TaskClock {
  const left = msBetween(now, task.dueAt);
  const whole = msBetween(task.openedAt, task.dueAt);
  return { minutesLeft: Math.floor(left / 60_000), colour: left < 0 ? 'red' : left * AMBER_SHARE < whole ? 'amber' : 'green' };
}

type Person = { readonly id: StaffId; readonly roles: readonly StaffRole[] };
/** Why somebody may not work on a task; nothing when they may. */
export function hindrance(
  task: Pick<Task, 'state' | 'ownerId' | 'ownerRole'>,
  who: Person,
): 'tasks.not_open' | 'tasks.taken' | 'tasks.not_yours' | undefined {
  if (task.state !== 'open' && task.state !== 'claimed') return 'tasks.not_open';
  if (task.ownerId === who.id) return undefined;
  if (!who.roles.includes(task.ownerRole)) return 'tasks.not_yours';
  return task.ownerId === null ? undefined : 'tasks.taken';
}
