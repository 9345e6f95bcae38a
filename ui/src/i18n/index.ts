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

type Texts = Record<string, unknown>;
/** Texts of one language, or how to fetch them when that language is wanted: a phone then loads only one. */
export type TextSource = Texts | (() => Promise<Texts>);
type Sources = Readonly<Record<Language, TextSource>>;
const sources: Sources[] = [];

const fetched = async (source: TextSource): Promise<Texts> => (typeof source === 'function' ? source() : source);
async function load(texts: Sources, language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'translation', await fetched(texts[language]), true, true);
}

/** Sets up the texts of one web app. Both languages have the same keys; a test holds them equal. */
export async function startTexts(texts: Sources): Promise<typeof i18next> {
  sources.push(texts);
  const lng = startLanguage();
  const resources: Resource = {};
  for (const language of ['zh', 'en'] as const)
    if (language === lng || typeof texts[language] !== 'function') resources[language] = { translation: (await fetched(texts[language])) as never };
  await i18next.use(initReactI18next).init({ lng, fallbackLng: 'zh', resources, interpolation: { escapeValue: false }, returnNull: false });
  document.documentElement.lang = i18next.language === 'en' ? 'en' : 'zh-CN';
  return i18next;
}

/** Adds texts that only some screens need, before the first of them is shown. */
export async function addTexts(texts: Sources): Promise<void> {
  if (sources.includes(texts)) return;
  await load(texts, currentLanguage());
  sources.push(texts);
}

export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  await Promise.all(sources.map((texts) => load(texts, language)));
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  await i18next.changeLanguage(language);
}
export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh');
/** Picks the side of a text that the server sends in both languages. */
export const told = (text: { readonly zh: string; readonly en: string }): string => text[currentLanguage()];
