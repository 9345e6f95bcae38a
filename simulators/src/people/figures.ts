import { type CalendarDate, civil, daysInMonth, formatMoney } from '@tallystick/kernel';

/** Fen to the decimal string of an answer. Fractions of a fen come from ratios of the simulation and are rounded to the nearest. */
export const yuan = (fen: number): string => formatMoney(BigInt(Math.round(fen)));
/** A ratio with four decimals; a ratio over nothing is null. */
export const ratio = (part: number, whole: number): string | null => (whole === 0 ? null : (part / whole).toFixed(4));

/** Months since year 0: absolute, so that history does not move with the day of asking. */
export const monthIndex = (date: CalendarDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
export const monthText = (index: number): string => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
/** A day of an absolute month; days past its end become its last day. */
export const dayOfMonth = (index: number, day: number): CalendarDate => {
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return civil(year, month, Math.min(day, daysInMonth(year, month)));
};
/** The last date of a list that is not undefined and not after `asOf`. */
export const reached = (from: CalendarDate | undefined, asOf: CalendarDate): from is CalendarDate => from !== undefined && from <= asOf;
