import { expect, test } from 'vitest';
import { assert, Bug, must } from './assert.ts';
import { listed, Refusal, refuser, told, words } from './refusal.ts';

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

test('codes are listed as people read them in either language; one without a word stays as it is', () => {
  const sources = words({ bureau: ['征信', 'credit bureau'], tax: ['税务', 'tax office'] });
  expect(listed(sources, ['bureau', 'tax'])).toEqual({ zh: '征信、税务', en: 'credit bureau, tax office' });
  expect(listed(sources, ['moon'])).toEqual({ zh: 'moon', en: 'moon' });
});

test('a refusal’s text is filled with its facts; codes with a word are told in the language of the text', () => {
  const entry = { zh: '缺少授权：{scope}，差 {count} 项', en: '{count} consents are missing: {scope}' };
  const scope = words({ bureau: ['征信查询', 'credit bureau'], tax: ['税务', 'tax'] });
  expect(told(entry, { scope: 'bureau, tax', count: 2 }, { scope })).toEqual({
    zh: '缺少授权：征信查询、税务，差 2 项',
    en: '2 consents are missing: credit bureau, tax',
  });
  expect(told({ zh: '{x}', en: '{x}' }, {})).toEqual({ zh: '{x}', en: '{x}' });
});
