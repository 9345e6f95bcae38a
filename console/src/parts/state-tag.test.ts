import { expect, test } from 'vitest';
import { zh } from '../texts/zh.ts';
import { TONE_STATES, toneOf } from './state-tone.ts';

test.each([
  ['active', 'good'],
  ['overdue', 'bad'],
  ['reviewing', 'watch'],
  ['collecting', 'moving'],
  ['draft', 'moving'],
  ['settled', 'rest'],
  ['check_passed', 'good'],
  ['promise_broken', 'bad'],
  ['conflict_open', 'watch'],
  ['no such state', 'rest'],
])('%s is marked as %s', (state, tone) => expect(toneOf(state)).toBe(tone));

test('every state with a tone has a word, alone or with what it is the state of', () => {
  const words = Object.keys(zh['states'] as object);
  const wordless = Object.values(TONE_STATES)
    .flatMap((list) => list.split(' ').filter(Boolean))
    .filter((state) => !words.some((w) => w === state || w.endsWith(`_${state}`)));
  expect(wordless).toEqual([]);
});
