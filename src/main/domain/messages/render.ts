import type { Channel, Language } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { escapeHtml, oneLine } from './clean.ts';
import { contentOf, type Content } from './content-template.ts';
import { digestText } from './digest-text.ts';
import { htmlValues, valuesOf, type Values } from './fill-values.ts';
import { directionOf, leftToRight, mailPage, type Direction } from './mail-page.ts';
import type { Message } from './message.ts';
import { fill } from './templates/fill.ts';
import { textFor, type Text } from './templates/own-texts.ts';
import { countedText, productWord } from './templates/product-texts.ts';
import { templateKeyOf } from './templates/text-keys.ts';

export type Renderable = Pick<Message, 'kind' | 'facts' | 'number' | 'reference' | 'recipient' | 'organizationId'>;

/** A message as it leaves on one channel. `subject`, `html`: mail only. */
export type Rendered = {
  subject: string | null;
  text: string;
  html: string | null;
  direction: Direction;
  /** Of the text, which is the recipient's unless `fallbackLanguage` names another. */
  language: Language;
  fallbackLanguage: Language | null;
  /** WhatsApp, where an approved text is set: to be sent instead of `text`. */
  content: Content | null;
};

function written(message: Renderable, channel: Channel, config: Config): Text {
  const { kind, facts, organizationId, recipient } = message;
  if (kind === 'digest') return digestText(facts, recipient.language);
  const key = templateKeyOf(kind, facts);
  const text = textFor({ organizationId, key, facts, channel }, recipient.language, config);
  if (text === null) throw new RangeError(`no text for ${key} on ${channel}`);
  return text;
}

function namedIn(message: Renderable, config: Config): Values {
  const { number, facts, recipient, organizationId } = message;
  const organization = config.organization(organizationId)?.name ?? '';
  return valuesOf({ number, facts, organization, timezone: recipient.timezone });
}

/** Text and HTML of a mail around its body, with the number and the short reference that it is found by. */
function asMail(
  { subject, body, html, language }: { subject: string; body: string; html: string; language: Language },
  { number, reference }: { number: string; reference: string },
  organization: string,
): Pick<Rendered, 'subject' | 'text' | 'html'> {
  const title = oneLine(subject);
  const word = productWord('reference', language);
  const [name, tracking, short] = [organization, number, `[${reference}]`].map(oneLine) as [string, string, string];
  const foundBy = [tracking, short].filter((each) => each !== '').join(' ');
  const footer = `${escapeHtml(word)}: ${leftToRight(foundBy)}`;
  return {
    subject: title,
    text: `${body}\n\n${name}\n${word}: ${foundBy}`,
    html: mailPage({ language, title, organization: name, body: html.replaceAll('\n', '<br>'), footer }),
  };
}

function outOf(language: Language, wanted: Language): Pick<Rendered, 'direction' | 'language' | 'fallbackLanguage'> {
  return { direction: directionOf(language), language, fallbackLanguage: language === wanted ? null : language };
}

/** A text filled in for one channel. The text itself is escaped too: whoever wrote it wrote no markup. */
export function renderText(text: Text, message: Renderable, channel: Channel, config: Config): Rendered {
  const values = namedIn(message, config);
  const body = fill(text.body, values);
  const about = outOf(text.language, message.recipient.language);
  if (channel !== 'email') {
    const content = channel === 'whatsapp' ? contentOf(message, values, config) : null;
    return { ...about, subject: null, text: `${body} [${oneLine(message.reference)}]`, html: null, content };
  }
  const html = fill(escapeHtml(text.body), htmlValues(values));
  const subject = fill(text.subject ?? '', values);
  const mail = asMail({ subject, body, html, language: text.language }, message, values['organization'] ?? '');
  return { ...about, ...mail, content: null };
}

/**
 * A message as it is to leave on a channel, in the recipient's language, with the organization's own text where it has one.
 * @returns with nothing in it that a fact could have turned into a header, markup or a line of its own
 * @throws RangeError where nobody wrote a text for it, or one names what the message does not know
 * Rule: product.md, Notifications; notifications.md, Languages and Email.
 */
export function renderMessage(message: Renderable, channel: Channel, config: Config): Rendered {
  return renderText(written(message, channel, config), message, channel, config);
}

/**
 * Mails to the same member of staff that came within a few minutes, as one: a line each.
 * @param items  what each of them tells, oldest first, at least one
 * @param whole  whom it goes to and the reference that it is found by
 */
export function renderBundle(
  items: readonly Pick<Renderable, 'kind' | 'facts' | 'number'>[],
  whole: Pick<Renderable, 'reference' | 'recipient' | 'organizationId'>,
  config: Config,
): Rendered {
  const [first] = items;
  if (first !== undefined && items.length === 1) return renderMessage({ ...whole, ...first }, 'email', config);
  const { language } = whole.recipient;
  const lines = items.map((item) => {
    const message = { ...whole, ...item };
    // The short text: a bundle of twenty does not say twenty times where to look.
    const { body } = written(message, 'sms', config);
    const values = namedIn(message, config);
    return { text: fill(body, values), html: fill(escapeHtml(body), htmlValues(values)) };
  });
  const count = items.length;
  const subject = fill(countedText('bundle', count, language), { count: `${count}` });
  const joined = (of: (line: { text: string; html: string }) => string): string => lines.map(of).join('\n');
  const mail = asMail(
    { subject, body: joined(({ text }) => text), html: joined(({ html }) => html), language },
    { number: '', reference: whole.reference },
    config.organization(whole.organizationId)?.name ?? '',
  );
  return { ...outOf(language, language), ...mail, content: null };
}
