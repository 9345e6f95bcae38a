import { type CalendarDate, parseDate } from './date.ts';

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Check character of 统一社会信用代码 (GB 32100-2015; handbook IDN-01) for its first 17 characters; undefined if one is foreign. */
export function usccCheck(body: string): string | undefined {
  let total = 0;
  for (let i = 0; i < 17; i += 1) {
    const value = USCC_ALPHABET.indexOf(body.charAt(i) || '?');
    if (value < 0) return undefined;
    total += value * (USCC_WEIGHTS[i] ?? 0);
  }
  return USCC_ALPHABET.charAt((31 - (total % 31)) % 31);
}
/** Unified social credit code: 18 characters with a right check character. */
export const isUscc = (code: string): boolean => /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) && usccCheck(code.slice(0, 17)) === code.charAt(17);

const ORG_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** Check character of an organisation code's first eight characters (GB 11714; IDN-03). */
export function organisationCheck(body: string): string | undefined {
  let total = 0;
  for (let i = 0; i < 8; i += 1) {
    const value = ORG_ALPHABET.indexOf(body.charAt(i) || '?');
    if (value < 0) return undefined;
    total += value * (ORG_WEIGHTS[i] ?? 0);
  }
  const check = 11 - (total % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}
/** 组织机构代码: eight characters and a check character, without hyphen. */
export const isOrganisationCode = (code: string): boolean =>
  /^[0-9A-Z]{8}[0-9X]$/.test(code) && organisationCheck(code.slice(0, 8)) === code.charAt(8);

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** Check character of a resident ID's first 17 digits (GB 11643-1999; IDN-04). */
export function residentIdCheck(body: string): string | undefined {
  if (!/^\d{17}$/.test(body)) return undefined;
  const total = ID_WEIGHTS.reduce((s, w, i) => s + w * Number(body.charAt(i)), 0);
  return '10X98765432'.charAt(total % 11);
}
/** First two digits of resident IDs: the province-level regions of GB/T 2260. */
const REGIONS = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '));
/** Resident ID: region, a birth date that exists, check character. */
export const isResidentId = (id: string): boolean => residentIdFacts(id) !== undefined;
/** Birth date and gender told by a valid resident ID; undefined when it is not valid. */
export function residentIdFacts(id: string): { birth: CalendarDate; gender: 'male' | 'female' } | undefined {
  if (!/^\d{17}[\dX]$/.test(id) || !REGIONS.has(id.slice(0, 2)) || residentIdCheck(id.slice(0, 17)) !== id.charAt(17)) return undefined;
  const birth = parseDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`);
  return birth === undefined ? undefined : { birth, gender: Number(id.charAt(16)) % 2 === 1 ? 'male' : 'female' };
}

/** Luhn check digit for the digits before it (IDN-05). */
export function luhnCheck(body: string): string {
  let total = 0;
  for (let i = 0; i < body.length; i += 1) {
    const digit = Number(body.charAt(body.length - 1 - i));
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (total % 10)) % 10);
}
/** Bank card number: 13 to 19 digits with a right Luhn digit. A typo filter, not a proof of ownership. */
export const isBankCard = (card: string): boolean => /^\d{13,19}$/.test(card) && luhnCheck(card.slice(0, -1)) === card.slice(-1);

/** Mainland mobile number: eleven digits, first 1, second 3 to 9. */
export const isMobile = (phone: string): boolean => /^1[3-9]\d{9}$/.test(phone);

/** Masks as people see them (handbook PIP-09). */
export const maskId = (id: string): string =>
  id.length < 10 ? '*'.repeat(id.length) : `${id.slice(0, 6)}${'*'.repeat(id.length - 10)}${id.slice(-4)}`;
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
export const maskCard = (card: string): string => `**** ${card.slice(-4)}`;
/** A person's name keeps its first character; 张三丰 becomes 张**. */
export const maskName = (name: string): string => {
  const letters = [...name];
  return letters.length <= 1 ? '*' : `${letters[0]}${'*'.repeat(letters.length - 1)}`;
};
