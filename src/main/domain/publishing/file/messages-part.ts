import { channels, languages } from '../../../../preload/contract/values.ts';
import { templateKeys } from '../../../../preload/contract/template-keys.ts';
import type { MessageTerms, TemplateVersion } from '../../config/messaging.ts';
import { secondsOf, secondsText } from './duration.ts';
import type { ConfigFileInput, FileOrganization } from './file-form.ts';
import type { Reading } from './reading.ts';

type OrganizationText = NonNullable<ConfigFileInput['organizations']>[number];
type MessagesText = NonNullable<OrganizationText['messages']>;
type TemplateText = NonNullable<OrganizationText['texts']>[number];
type FileMessages = NonNullable<FileOrganization['messages']>;
type FileText = NonNullable<FileOrganization['texts']>[number];

export type TemplateDraft = Omit<TemplateVersion, 'id' | 'publishedAt'>;

const MINUTE_SECONDS = 60;

/** What parts of an organization's messages are called in the file. */
export const messageFields = {
  'messages.contactChannels': 'messages.channels',
  'messages.quietHours': 'messages.quiet',
  'messages.retrySeconds': 'messages.retries',
  'messages.holdSeconds': 'messages.hold',
  'messages.criticalExpiryMinutes': 'messages.critical_expires',
  'messages.normalExpiryMinutes': 'messages.expires',
  'messages.bundleMinutes': 'messages.bundle',
  'messages.silenceDays': 'messages.silence_days',
  'messages.digestAt': 'messages.digest_at',
  'messages.dryRun': 'messages.dry_run',
};

function minutesOfText(text: string): number {
  return secondsOf(text) / MINUTE_SECONDS;
}

function minutesText(minutes: number): string {
  return secondsText(minutes * MINUTE_SECONDS);
}

export function readMessages(written: FileMessages): Partial<MessageTerms> {
  const {
    channels: order,
    quiet,
    retries,
    hold,
    critical_expires: critical,
    expires,
    bundle,
    country,
    price,
  } = written;
  const { silence_days: silenceDays, digest_at: digestAt, dry_run: dryRun } = written;
  const [from = '', until = ''] = (quiet ?? '').split('-');
  return {
    ...(order === undefined ? {} : { contactChannels: order }),
    ...(quiet === undefined ? {} : { quietHours: { from, until } }),
    ...(retries === undefined ? {} : { retrySeconds: retries.map(secondsOf) }),
    ...(hold === undefined ? {} : { holdSeconds: secondsOf(hold) }),
    ...(critical === undefined ? {} : { criticalExpiryMinutes: minutesOfText(critical) }),
    ...(expires === undefined ? {} : { normalExpiryMinutes: minutesOfText(expires) }),
    ...(bundle === undefined ? {} : { bundleMinutes: minutesOfText(bundle) }),
    ...(silenceDays === undefined ? {} : { silenceDays }),
    ...(digestAt === undefined ? {} : { digestAt }),
    ...(country === undefined ? {} : { country }),
    ...(price === undefined ? {} : { price }),
    ...(dryRun === undefined ? {} : { dryRun }),
  };
}

export function messagesText(terms: Partial<MessageTerms>): MessagesText {
  const { contactChannels, quietHours, retrySeconds, holdSeconds, bundleMinutes, silenceDays, digestAt } = terms;
  const { criticalExpiryMinutes, normalExpiryMinutes, country, price, dryRun } = terms;
  return {
    ...(contactChannels === undefined ? {} : { channels: [...contactChannels] }),
    ...(quietHours === undefined ? {} : { quiet: `${quietHours.from}-${quietHours.until}` }),
    ...(retrySeconds === undefined ? {} : { retries: retrySeconds.map(secondsText) }),
    ...(holdSeconds === undefined ? {} : { hold: secondsText(holdSeconds) }),
    ...(criticalExpiryMinutes === undefined ? {} : { critical_expires: minutesText(criticalExpiryMinutes) }),
    ...(normalExpiryMinutes === undefined ? {} : { expires: minutesText(normalExpiryMinutes) }),
    ...(bundleMinutes === undefined ? {} : { bundle: minutesText(bundleMinutes) }),
    ...(silenceDays === undefined ? {} : { silence_days: silenceDays }),
    ...(digestAt === undefined ? {} : { digest_at: digestAt }),
    ...(country === undefined ? {} : { country }),
    ...(price === undefined ? {} : { price }),
    ...(dryRun === undefined ? {} : { dry_run: dryRun }),
  };
}

const fields = { key: 'for' };

function keyOf({ key, language, channel }: Pick<TemplateVersion, 'key' | 'language' | 'channel'>): string {
  return `${key} ${language} ${channel}`;
}

/** Texts of an organization as the file has them, and those that it has no more, set aside. */
export function readTexts(
  texts: readonly FileText[],
  organizationId: string,
  base: string,
  reading: Reading,
): TemplateDraft[] {
  // One in use is the one that the file means, should there be another of its name.
  const current = [...reading.config.currentTemplates(organizationId)].sort(
    (a, b) => Number(b.active) - Number(a.active),
  );
  reading.tellTwins(
    texts.map(({ for: key, language, channel }) => keyOf({ key, language, channel })),
    (n) => `${base}.${n}.for`,
  );
  const drafts = texts.map(({ for: key, language, channel, active, subject, body }, n): TemplateDraft => {
    const there = current.find((one) => keyOf(one) === keyOf({ key, language, channel }));
    const templateId = there?.templateId ?? reading.newId();
    reading.place(templateId, `${base}.${n}`, fields);
    return { templateId, organizationId, key, language, channel, active, subject, body };
  });
  const named = new Set(drafts.map(({ templateId }) => templateId));
  const gone = current.filter(({ templateId, active }) => active && !named.has(templateId));
  for (const { templateId } of gone) reading.place(templateId, base);
  return [...drafts, ...gone.map(({ id: _id, publishedAt: _at, ...draft }) => ({ ...draft, active: false }))];
}

/** The same order on every machine: by what it is for, language and channel. */
function placeOf({ key, language, channel }: TemplateVersion): number {
  const byKey = templateKeys.indexOf(key) * languages.length + languages.indexOf(language);
  return byKey * channels.length + channels.indexOf(channel);
}

export function textTexts(templates: readonly TemplateVersion[]): TemplateText[] {
  const inOrder = [...templates].sort((a, b) => placeOf(a) - placeOf(b) || (a.templateId < b.templateId ? -1 : 1));
  return inOrder.map(({ key, language, channel, active, subject, body }) => ({
    for: key,
    language,
    channel,
    ...(active ? {} : { active }),
    ...(subject === null ? {} : { subject }),
    body,
  }));
}
