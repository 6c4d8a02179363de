import type { TemplatePreview } from '../../../preload/contract/messages.ts';
import { templatePlaceholders, type TemplateKey } from '../../../preload/contract/template-keys.ts';
import type { Channel, Instant, Language } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { directionOf } from './mail-page.ts';
import { messageTermsOf } from './message-terms.ts';
import type { Facts, MessageKind } from './message.ts';
import { renderText, type Renderable } from './render.ts';
import { priceOf, smsTextOf } from './sms-text.ts';
import { placeholdersIn } from './templates/fill.ts';
import { textFor, type Text } from './templates/own-texts.ts';

/** Which text; `draft`: as it is being written, null: as it would leave today. */
export type PreviewAsked = {
  organizationId: string;
  key: TemplateKey;
  language: Language;
  channel: Channel;
  draft: { subject: string | null; body: string } | null;
};

const HOUR_MS = 3_600_000;

/** What somebody could have answered. */
const sampleReply: Readonly<Record<Language, string>> = {
  en: 'The pipe has been repaired.',
  zu: 'Ipayipi selilungisiwe.',
  af: 'Die pyp is herstel.',
  ar: 'تم إصلاح الأنبوب.',
};

function sampleOf({ organizationId, key, language }: PreviewAsked, timezone: string, nowAt: Instant): Renderable {
  const [kind = '', status] = key.split('.');
  const facts: Facts = {
    ...(status === undefined ? {} : { status }),
    dueAt: `${nowAt + 4 * HOUR_MS}`,
    level: '2',
    nth: '1',
    text: sampleReply[language],
  };
  const recipient = { kind: 'contact', name: '', language, timezone } as const;
  return { kind: kind as MessageKind, facts, number: 'WK-A-000123', reference: 'K7Q2P4', recipient, organizationId };
}

/** A placeholder that means nothing is shown as it was written, and checked elsewhere. */
function withKnownOnly(text: string, declared: readonly string[]): string {
  const unknown = placeholdersIn(text).filter((name) => !declared.includes(name));
  return unknown.reduce((shown, name) => shown.replaceAll(`{{${name}}}`, `{${name}}`), text);
}

function drafted({ key, language, draft }: PreviewAsked): Text | null {
  if (draft === null) return null;
  const declared = templatePlaceholders[key];
  const subject = draft.subject === null ? null : withKnownOnly(draft.subject, declared);
  return { subject, body: withKnownOnly(draft.body, declared), language };
}

/**
 * A text as it would go out, filled with made-up facts.
 * @param nowAt  epoch ms: the facts' deadline lies four hours later
 * @returns empty where nobody ever wrote such a text, as of a pause
 */
export function previewTemplate(asked: PreviewAsked, config: Config, nowAt: Instant): TemplatePreview {
  const { organizationId, channel, key, language } = asked;
  const organization = config.organization(organizationId);
  const sample = sampleOf(asked, organization?.timezone ?? 'UTC', nowAt);
  const text = drafted(asked) ?? textFor({ organizationId, key, facts: sample.facts, channel }, language, config);
  const none = { encoding: null, segments: null, price: null };
  if (text === null) {
    const direction = directionOf(language);
    return { ...none, subject: null, text: '', html: null, direction, fallbackLanguage: null };
  }
  const { subject, text: body, html, direction, fallbackLanguage } = renderText(text, sample, channel, config);
  const shown = { subject, text: body, html, direction, fallbackLanguage };
  if (channel === 'email') return { ...shown, ...none };
  const { encoding, segments } = smsTextOf(body);
  const price = priceOf(channel, segments, messageTermsOf(organization));
  return channel === 'sms' ? { ...shown, encoding, segments, price } : { ...shown, ...none, price };
}
