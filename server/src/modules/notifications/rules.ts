import { addDays, assert, bankDate, bankMinuteOfDay, bankMoment, type Instant } from '@tallystick/kernel';
import type { ContactWindow, Language, Params, Template } from './types.ts';

/** From the first minute on, before the last: 08:00 is allowed, 22:00 is not. */
export type ContactRule = { readonly fromMinute: number; readonly toMinute: number; readonly dailyLimit: number | null };

/** Whether contact is allowed now, and when it is next (COL-02 hours in the bank's zone, COL-03 contacts a day). */
export function windowAt(rule: ContactRule, now: Instant, contactsToday: number): ContactWindow {
  const minute = bankMinuteOfDay(now);
  const day = bankDate(now);
  const attemptsLeft = rule.dailyLimit === null ? null : Math.max(rule.dailyLimit - contactsToday, 0);
  const opensTomorrow = bankMoment(addDays(day, 1), rule.fromMinute);
  if (attemptsLeft === 0) return { allowed: false, reason: 'daily_limit', nextAllowedAt: opensTomorrow, attemptsLeft };
  if (minute < rule.fromMinute) return { allowed: false, reason: 'outside_hours', nextAllowedAt: bankMoment(day, rule.fromMinute), attemptsLeft };
  if (minute >= rule.toMinute) return { allowed: false, reason: 'outside_hours', nextAllowedAt: opensTomorrow, attemptsLeft };
  return { allowed: true, reason: '', nextAllowedAt: now, attemptsLeft };
}

const HOLE = /\{(\w+)\}/g;
/** Every hole of a template has its parameter, in both languages; a message with a hole would go out as it is. */
export function assertFilled(t: Template, params: Params): void {
  for (const text of [t.titleZh, t.titleEn, t.bodyZh, t.bodyEn]) {
    for (const [, name] of text.matchAll(HOLE)) assert(params[name ?? ''] !== undefined, `template ${t.code} needs the parameter ${name}`);
  }
}
const filled = (text: string, params: Params): string => text.replace(HOLE, (_whole, name: string) => params[name] ?? '');
export const rendered = (t: Template, params: Params, language: Language): { title: string; body: string } =>
  language === 'zh'
    ? { title: filled(t.titleZh, params), body: filled(t.bodyZh, params) }
    : { title: filled(t.titleEn, params), body: filled(t.bodyEn, params) };
export const inBoth = (t: Template, params: Params): { title: { zh: string; en: string }; body: { zh: string; en: string } } => {
  const [zh, en] = [rendered(t, params, 'zh'), rendered(t, params, 'en')];
  return { title: { zh: zh.title, en: en.title }, body: { zh: zh.body, en: en.body } };
};
