import { createInstance } from 'i18next';
import type { DeskLanguage } from '../../preload/contract/values.ts';
import { shellAr } from './texts/ar.ts';
import { shellEn } from './texts/en.ts';

export type ShellText = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Texts of menus, tray and notifications; the language is asked for at each text, so a change shows at once. */
export function createShellTexts(language: () => DeskLanguage): ShellText {
  const i18n = createInstance();
  void i18n.init({
    lng: language(),
    fallbackLng: 'en',
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { en: { translation: shellEn }, ar: { translation: shellAr } },
  });
  return (key, values) => i18n.t(key, { ...values, lng: language() });
}
