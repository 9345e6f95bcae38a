import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openVault } from './vault.ts';

const ROOT = 'ab'.repeat(32);
const vault = openVault(ROOT);
const LONG = JSON.stringify(Array.from({ length: 400 }, (_, day) => ({ day, orders: day * 7, 商品: '手机壳' })));

test.each([
  ['empty', ''],
  ['short', '张三 110101199003070628'],
  ['just short of long', 'x'.repeat(1_023)],
  ['long', LONG],
  ['long and without pattern', randomBytes(3_000).toString('base64')],
])('what was sealed opens to the same text for its own place alone: %s', (_, text) => {
  const sealed = vault.seal('customers.field.sealed|a', text);
  expect(vault.open('customers.field.sealed|a', sealed)).toBe(text);
  expect(vault.seal('customers.field.sealed|a', text)).not.toBe(sealed);
  expect(() => vault.open('customers.field.sealed|b', sealed)).toThrow('does not belong to customers.field.sealed');
  expect(() => openVault('cd'.repeat(32)).open('customers.field.sealed|a', sealed)).toThrow('does not belong');
});

test('a long text is kept in a fraction of its size, and a letter of it changed is noticed', () => {
  const sealed = vault.seal('place', LONG);
  expect(sealed.length).toBeLessThan(LONG.length / 4);
  const middle = sealed.length >> 1;
  const other = sealed[middle] === 'A' ? 'B' : 'A';
  expect(() => vault.open('place', sealed.replace('z1.', 'v1.'))).toThrow('does not belong');
  expect(() => vault.open('place', sealed.slice(0, middle) + other + sealed.slice(middle + 1))).toThrow('does not belong');
});

test('a long text that was sealed as it is, before long ones were deflated, still opens', () => {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(hkdfSync('sha256', Buffer.from(ROOT, 'hex'), 'tallystick', 'field:1', 32)), iv);
  cipher.setAAD(Buffer.from('place'));
  const body = Buffer.concat([cipher.update(LONG, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  expect(vault.open('place', `v1.${iv.toString('base64url')}.${body.toString('base64url')}`)).toBe(LONG);
});

test('anything else is not a sealed value', () => {
  for (const text of ['', 'v1', 'x1.AAAA.AAAA', 'v1.AA AA.AAAA', LONG]) expect(() => vault.open('place', text)).toThrow('not a sealed value');
});
