import { addDays, type CalendarDate } from '@tallystick/kernel';
import type { StaffRole } from '#platform';

const PASSWORD_MIN = 12;
const COMMON = ['password', '123456', 'qwerty', 'admin', 'welcome', 'tallystick', '888888', 'iloveyou'];

/** Length first (NIST SP 800-63B): twelve characters, not the login, not a common word with trimmings, more than four different characters. */
export function isWeakPassword(login: string, password: string): boolean {
  const small = password.toLowerCase();
  const rest = COMMON.reduce((text, word) => text.replaceAll(word, ''), small);
  return [...password].length < PASSWORD_MIN || small.includes(login.toLowerCase()) || new Set(small).size <= 4 || rest.length < PASSWORD_MIN / 2;
}

const LONGEST_WAIT_S = 300;
/** Seconds to wait after so many failures: none for the first `free`, then 2, 4, 8 … up to five minutes. It slows, it never shuts out. */
export const waitSeconds = (failures: number, free: number): number =>
  failures <= free ? 0 : Math.min(2 ** Math.min(failures - free, 20), LONGEST_WAIT_S);

export type CourseNeed = { readonly role: string; readonly course: string; readonly validDays: number };
export type CourseDone = { readonly course: string; readonly completedOn: CalendarDate };
/** Splits roles into those that may be used today and those that wait for a course (gate for sensitive roles). */
export function gateRoles(
  roles: readonly StaffRole[],
  needs: readonly CourseNeed[],
  done: readonly CourseDone[],
  today: CalendarDate,
): { usable: StaffRole[]; waiting: StaffRole[] } {
  const fresh = (need: CourseNeed): boolean =>
    done.some((d) => d.course === need.course && d.completedOn <= today && addDays(d.completedOn, need.validDays) >= today);
  const usable = roles.filter((role) => needs.filter((n) => n.role === role).every(fresh));
  return { usable, waiting: roles.filter((role) => !usable.includes(role)) };
}
