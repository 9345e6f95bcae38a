import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'zh' | 'en';
const KEPT = 'tally.language';

/** The language to start with: chosen before, else the browser's, else Chinese. */
export function startLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.startsWith('en') ? 'en' : 'zh';
}

/** Sets up the texts of one web app. Texts are `{ zh: {...}, en: {...} }` with the same keys; a test holds them equal. */
export async function startTexts(texts: Record<Language, Record<string, unknown>>): Promise<typeof i18next> {
  const resources: Resource = { zh: { translation: texts.zh as never }, en: { translation: texts.en as never } };
  await i18next.use(initReactI18next).init({ lng: startLanguage(), fallbackLng: 'zh', resources, interpolation: { escapeValue: false }, returnNull: false });
  document.documentElement.lang = i18next.language === 'en' ? 'en' : 'zh-CN';
  return i18next;
}

export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  await i18next.changeLanguage(language);
}
export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh');
/** Picks the side of a text that the server sends in both languages. */
export const told = (text: { readonly zh: string; readonly en: string }): string => text[currentLanguage()];
