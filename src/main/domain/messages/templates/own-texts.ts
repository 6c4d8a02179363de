import type { Channel, Language } from '../../../../preload/contract/values.ts';
import type { Config } from '../../config/config.ts';
import type { TemplateVersion } from '../../config/messaging.ts';
import type { Facts } from '../message.ts';
import { productText } from './product-texts.ts';
import { productKeyOf } from './text-keys.ts';

/** What is to be filled in, in one language. `subject`: null but for mail. */
export type Text = { subject: string | null; body: string; language: Language };

/** By list: it is the same one until the configuration changes, and every message reads it. */
const indexed = new WeakMap<readonly TemplateVersion[], ReadonlyMap<string, TemplateVersion>>();

function nameOf(key: string, channel: Channel, language: Language): string {
  return `${key} ${channel} ${language}`;
}

function indexOf(templates: readonly TemplateVersion[]): ReadonlyMap<string, TemplateVersion> {
  const known = indexed.get(templates);
  if (known !== undefined) return known;
  const active = templates.filter((template) => template.active);
  const index = new Map(active.map((each) => [nameOf(each.key, each.channel, each.language), each]));
  indexed.set(templates, index);
  return index;
}

type Asked = { organizationId: string; key: string; facts: Facts; channel: Channel };

function ownText({ organizationId, key, channel }: Asked, language: Language, config: Config): Text | null {
  const own = indexOf(config.currentTemplates(organizationId)).get(nameOf(key, channel, language));
  return own === undefined ? null : { subject: own.subject, body: own.body, language };
}

/** The product's own text; null where it has none, as of a pause. */
export function standardText({ key, facts, channel }: Omit<Asked, 'organizationId'>, language: Language): Text | null {
  const name = productKeyOf(key, facts);
  const isMail = channel === 'email';
  const body = productText(name, isMail ? 'mail' : 'short', language);
  return body === null ? null : { subject: isMail ? productText(name, 'subject', language) : null, body, language };
}

/** Whose text stands in for a language that has none, in this order. */
const standIns: readonly Language[] = ['en', 'af', 'zu', 'ar'];

/**
 * The organization's text in that language, else the product's, else the same in another language.
 * @returns null where nobody ever wrote one
 */
export function textFor(asked: Asked, language: Language, config: Config): Text | null {
  for (const each of [language, ...standIns]) {
    const text = ownText(asked, each, config) ?? standardText(asked, each);
    if (text !== null) return text;
  }
  return null;
}
