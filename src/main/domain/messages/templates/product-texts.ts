import { createInstance, type i18n } from 'i18next';
import type { Language } from '../../../../preload/contract/values.ts';
import { af } from './af.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { staffTextKeys, toldStatuses, type CountedKey, type LanguageTexts, type ToldStatus } from './language-texts.ts';
import { zu } from './zu.ts';

/** `mail`: its body; `subject`: of the mail; `short`: for WhatsApp and SMS. */
export type TextForm = 'mail' | 'subject' | 'short';

type Resources = Readonly<Record<string, string>>;

function forms(key: string, texts: Readonly<Record<TextForm, string>>): Resources {
  return { [`${key}.short`]: texts.short, [`${key}.mail`]: texts.mail, [`${key}.subject`]: texts.subject };
}

/** Which forms of a plural there are differs by language. */
type AnyTexts = Omit<LanguageTexts, 'counted'> & { counted: Resources };

/** A frame and its status are one text: WhatsApp approves one for each status, and none that ends with what is filled in. */
function resourcesOf(texts: AnyTexts): Resources {
  const frame = (status: ToldStatus): string => texts.updateFrame.replace('{{status_text}}', texts.statuses[status]);
  const same = (short: string, subject: string): Record<TextForm, string> => ({ short, mail: short, subject });
  const inFull = (short: string, more: string, subject: string): Record<TextForm, string> => ({
    short,
    mail: `${short}\n${more}`,
    subject,
  });
  const staff = (text: string): Record<TextForm, string> => inFull(text, texts.inTheDesk, text.replace(/\.$/u, ''));
  const { updateSubject, escalationMore } = texts;
  return Object.assign(
    {
      'digest.subject': texts.digestSubject,
      reference: texts.reference,
      ...forms('escalation_notice', inFull(frame('escalated'), escalationMore, updateSubject)),
      ...forms('thank_you', same(texts.thankYou, texts.thankYouSubject)),
      ...forms('reply', same(texts.reply, texts.replySubject)),
      ...forms('restricted', same(texts.restricted, texts.restricted)),
      ...forms('test', same(texts.test, texts.testSubject)),
      ...texts.counted,
    },
    ...toldStatuses.map((status) => forms(`status_update.${status}`, same(frame(status), updateSubject))),
    ...staffTextKeys.map((key) => forms(key, staff(texts.staff[key]))),
  ) as Resources;
}

function started(): i18n {
  const instance = createInstance();
  void instance.init({
    lng: 'en',
    fallbackLng: 'en',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: {
      en: { translation: resourcesOf(en) },
      zu: { translation: resourcesOf(zu) },
      af: { translation: resourcesOf(af) },
      ar: { translation: resourcesOf(ar) },
    },
  });
  return instance;
}

/** Made for the first message: a desk that starts has none to write. */
let texts: i18n | null = null;

function i18nOf(): i18n {
  texts ??= started();
  return texts;
}

/** Looked up once: i18next takes longer to find a text than all the rest of a message takes. */
const found = new Map<string, string | null>();

function lookedUp(key: string, language: Language): string | null {
  const name = `${language} ${key}`;
  const known = found.get(name);
  if (known !== undefined) return known;
  const text = i18nOf().exists(key) ? i18nOf().t(key, { lng: language, skipInterpolation: true }) : null;
  found.set(name, text);
  return text;
}

/** @returns with its placeholders unfilled; null where the product has no such text */
export function productText(key: string, form: TextForm, language: Language): string | null {
  return lookedUp(`${key}.${form}`, language);
}

/** @returns a text that is no message by itself */
export function productWord(key: 'digest.subject' | 'reference', language: Language): string {
  return lookedUp(key, language) ?? '';
}

/** @returns in the plural of its language, with its placeholders unfilled */
export function countedText(key: CountedKey, count: number, language: Language): string {
  return i18nOf().t(key, { lng: language, count, skipInterpolation: true });
}
