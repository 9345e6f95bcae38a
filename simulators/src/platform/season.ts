import { type EpochDay, epochDayToCivil, toEpochDay } from '@tallystick/kernel';

/** New year's day of the lunar calendar: trade sleeps for two weeks around it. */
const SPRING_FESTIVALS = [
  '2022-02-01',
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
].map(toEpochDay);
/** Promotions by month and day: what they multiply an ordinary day with. */
const PROMOTIONS: Readonly<Record<string, number>> = {
  '6-1': 2.4,
  '6-2': 1.7,
  '6-3': 1.6,
  '6-16': 1.6,
  '6-17': 2.2,
  '6-18': 4.6,
  '10-31': 2,
  '11-1': 2.8,
  '11-2': 1.6,
  '11-3': 1.5,
  '11-10': 2,
  '11-11': 6.2,
  '12-12': 2,
};
const BY_MONTH = [0.98, 0.95, 1, 0.98, 1, 1.04, 0.94, 0.95, 1, 1.02, 1.08, 1.04];

/** The market of a day: a factor on ordinary trade, and whether a promotion (618, 双11, 双12) runs. */
export type Market = { readonly factor: number; readonly promotion: boolean };

const known = new Map<EpochDay, Market>();
/** The same for every shop, so each day is worked out once. */
export function market(day: EpochDay): Market {
  const found = known.get(day);
  if (found) return found;
  const { month, day: dayInMonth } = epochDayToCivil(day);
  const promotion = PROMOTIONS[`${month}-${dayInMonth}`];
  const festival = SPRING_FESTIVALS.some((f) => day >= f - 5 && day <= f + 8);
  const weekend = (day + 3) % 7 >= 5 ? 1.08 : 0.97;
  const made = { factor: (BY_MONTH[month - 1] ?? 1) * weekend * (festival ? 0.35 : 1) * (promotion ?? 1), promotion: promotion !== undefined };
  known.set(day, made);
  return made;
}
