import { createInstance, type i18n } from 'i18next';
import type { DeskLanguage } from '../../preload/contract/values.ts';
import { ar } from './ar.ts';
import type { adminEn } from './en/admin.ts';
import type { explainEn } from './en/explain.ts';
import type { messageEn } from './en/message.ts';
import type { whatIfEn } from './en/whatif.ts';
import { en } from './en.ts';

declare module 'i18next' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- i18next reads its types from this interface alone
  interface CustomTypeOptions {
    resources: { translation: typeof en & typeof adminEn & typeof explainEn & typeof whatIfEn & typeof messageEn };
    enableSelector: false;
  }
}

/** Texts that come with the screens that need them, lest every start carries them; each part is named as its first key. */
const partLoaders = {
  admin: {
    en: async () => (await import('./en/admin.ts')).adminEn,
    ar: async () => (await import('./ar/admin.ts')).adminAr,
  },
  explain: {
    en: async () => (await import('./en/explain.ts')).explainEn,
    ar: async () => (await import('./ar/explain.ts')).explainAr,
  },
  message: {
    en: async () => (await import('./en/message.ts')).messageEn,
    ar: async () => (await import('./ar/message.ts')).messageAr,
  },
  whatif: {
    en: async () => (await import('./en/whatif.ts')).whatIfEn,
    ar: async () => (await import('./ar/whatif.ts')).whatIfAr,
  },
} as const satisfies Record<string, Record<DeskLanguage, () => Promise<object>>>;
export type TextPart = keyof typeof partLoaders;

function hasPart(instance: i18n, language: string, part: TextPart): boolean {
  return instance.getResource(language, 'translation', part) !== undefined;
}

async function addPart(instance: i18n, language: DeskLanguage, part: TextPart): Promise<void> {
  if (hasPart(instance, language, part)) return;
  // Deep: a part may add to a group that another part has begun, such as the days of the week.
  instance.addResourceBundle(language, 'translation', await partLoaders[part][language](), true, true);
}

/** Fetches a part in the language on screen; in another one it comes when that is chosen. */
export function loadPart(instance: i18n, part: TextPart): Promise<void> {
  return addPart(instance, instance.language === 'ar' ? 'ar' : 'en', part);
}

export const directions: Record<DeskLanguage, 'ltr' | 'rtl'> = { en: 'ltr', ar: 'rtl' };

export async function startI18n(language: DeskLanguage): Promise<i18n> {
  const instance = createInstance();
  await instance.init({
    lng: language,
    // A key that is missing must be seen by its test, not covered by another language.
    fallbackLng: false,
    // Both, and with the first script: asking for one of them is a journey more before anything is shown.
    resources: { en: { translation: en }, ar: { translation: ar } },
    interpolation: { escapeValue: false },
  });
  markDocument(language);
  return instance;
}

export async function showLanguage(instance: i18n, language: DeskLanguage): Promise<void> {
  // Screens that stand would show their keys otherwise.
  const parts = (Object.keys(partLoaders) as TextPart[]).filter((part) => hasPart(instance, instance.language, part));
  await Promise.all(parts.map((part) => addPart(instance, language, part)));
  if (instance.language !== language) await instance.changeLanguage(language);
  markDocument(language);
}

/** Readers, hyphenation and the font all follow these two. */
function markDocument(language: DeskLanguage): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directions[language];
}
