import { expect, test } from 'vitest';
import { payoutDueOn } from './prepare.ts';

test.each([
  // signed, promised by
  ['2026-03-02', '2026-03-04'],
  ['2026-03-06', '2026-03-10'], // Friday: Saturday and Sunday do not count.
  ['2026-02-12', '2026-02-14'], // The Saturday before Spring Festival is worked.
  ['2026-02-13', '2026-02-24'], // 14 is worked, 15 to 23 is the long holiday, 24 is the second day.
  ['2026-02-20', '2026-02-25'], // Signed within the holiday.
  ['2026-09-30', '2026-10-09'], // National Day: 1 to 7 off.
  ['2026-10-08', '2026-10-10'], // The make-up Saturday counts.
])('S3-19 what is signed on %s is promised by %s, in working days across holidays', (signedOn, dueOn) => {
  expect(payoutDueOn(signedOn, 2)).toBe(dueOn);
});

test('S3-19 a year whose calendar is not published is refused, not guessed', () => {
  expect(() => payoutDueOn('2026-12-31', 2)).toThrow(expect.objectContaining({ code: 'calendar.year_unknown' }));
});
