import { CHINA_CALENDAR, WorkingCalendar } from '@tallystick/kernel';
import { describe, expect, test } from 'vitest';
import { aggregated, deadline, hitsOf } from './rules.ts';
import type { Signal } from './types.ts';

const signal = (code: string, more: Partial<Signal> = {}): Signal => ({
  code,
  category: 'shop',
  nameZh: code,
  nameEn: code,
  severity: 'orange',
  thresholdPpm: -300_000n,
  redThresholdPpm: -500_000n,
  ownerRole: 'POST_LOAN',
  responseZh: '',
  responseEn: '',
  ...more,
});
const library = [signal('EC-01'), signal('JU-01', { severity: 'red', category: 'judicial', thresholdPpm: null, redThresholdPpm: null })];

describe('signals', () => {
  test.each([
    [70_01n, 100_00n, []],
    [70_00n, 100_00n, ['EC-01 orange']],
    [50_01n, 100_00n, ['EC-01 orange']],
    [50_00n, 100_00n, ['EC-01 red']],
    [0n, 100_00n, ['EC-01 red']],
    [10_00n, 0n, []],
    [null, 100_00n, []],
  ])('sales of %s after %s hit %j', (now, before, want) => {
    expect(hitsOf(library, { gmvNowMinor: now, gmvBeforeMinor: before, dishonest: false }).map((h) => `${h.signal.code} ${h.severity}`)).toEqual(
      want,
    );
  });
  test('a court hit is red, silence of the court is none', () => {
    expect(hitsOf(library, { gmvNowMinor: null, gmvBeforeMinor: null, dishonest: true }).map((h) => `${h.signal.code} ${h.severity}`)).toEqual([
      'JU-01 red',
    ]);
    expect(hitsOf(library, { gmvNowMinor: null, gmvBeforeMinor: null, dishonest: null })).toEqual([]);
  });
  test('two oranges of different categories, or a fourth yellow, weigh one level more', () => {
    expect(aggregated({ severity: 'orange', category: 'shop' }, [{ severity: 'orange', category: 'credit' }])).toBe('red');
    expect(aggregated({ severity: 'orange', category: 'shop' }, [{ severity: 'orange', category: 'shop' }])).toBe('orange');
    const yellow = { severity: 'yellow' as const, category: 'shop' };
    expect(aggregated(yellow, [yellow, yellow])).toBe('yellow');
    expect(aggregated(yellow, [yellow, yellow, yellow])).toBe('orange');
  });
  test('deadlines: 24 hours for red, working days for the others, over the long holiday', () => {
    const calendar = new WorkingCalendar(CHINA_CALENDAR);
    expect(deadline('red', '2026-09-30T02:00:00.000Z', '2026-09-30', calendar)).toBe('2026-10-01T02:00:00.000Z');
    expect(deadline('orange', '2026-09-30T02:00:00.000Z', '2026-09-30', calendar)).toBe('2026-10-10T10:00:00.000Z');
  });
});
