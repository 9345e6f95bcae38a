import { expect, test } from 'vitest';
import { assert, Bug, must } from './assert.ts';
import { Refusal, refuser } from './refusal.ts';

test('a refusal carries its code, field and facts; a code outside the catalogue does not compile', () => {
  const refuse = refuser({ 'loans.closed': { status: 409, zh: '已结清。', en: 'The loan is closed.' } });
  const no = refuse('loans.closed', { field: 'loanId', facts: { loan: 'loan_1' } });
  expect(no).toBeInstanceOf(Refusal);
  expect({ ...no, message: no.message }).toMatchObject({
    code: 'loans.closed',
    field: 'loanId',
    facts: { loan: 'loan_1' },
    faults: [],
    message: 'loans.closed',
  });
  expect(refuse('loans.closed').facts).toEqual({});
  // @ts-expect-error: the catalogue has no such code.
  expect(refuse('loans.open').code).toBe('loans.open');
});

test('a broken promise is a bug, not a refusal', () => {
  expect(() => assert(false, 'never')).toThrow(Bug);
  expect(() => assert(true, 'never')).not.toThrow();
  expect([must(0, 'there'), must('', 'there'), must(false, 'there')]).toEqual([0, '', false]);
  expect(() => must(null, 'gone')).toThrow('gone');
  expect(() => must(undefined, 'gone')).toThrow(Bug);
  expect(new Bug('x')).not.toBeInstanceOf(Refusal);
});
