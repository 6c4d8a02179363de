import type { Config } from '../config/config.ts';
import { oneLine } from './clean.ts';
import type { Values } from './fill-values.ts';
import type { Message } from './message.ts';
import { declaredOf, templateKeyOf } from './templates/text-keys.ts';

/** A text that the provider keeps, and what fills its numbered variables. */
export type Content = { contentSid: string; variables: Readonly<Record<string, string>> };

type Asked = Pick<Message, 'kind' | 'facts' | 'organizationId' | 'recipient' | 'reference'>;

/** The provider refuses lines and runs of spaces within a variable, and an empty one. */
function asVariable(text: string): string {
  return oneLine(text).replaceAll(/\s+/gu, ' ') || '-';
}

/**
 * The approved text for WhatsApp, where one is set for the message's kind, status and language. Its variables are numbered
 * from 1: what the key's text names, in its declared order, and the short reference last.
 * @returns null where there is none, and for sensitive tickets: an approved text says more than may be said of them
 */
export function contentOf(message: Asked, values: Values, config: Config): Content | null {
  const { kind, facts, organizationId, recipient, reference } = message;
  const named = declaredOf(templateKeyOf(kind, facts));
  const settings = config.channel(organizationId, 'whatsapp')?.settings;
  if (named === undefined || settings === undefined || settings.channel === 'email') return null;
  const status = kind === 'status_update' ? (facts['status'] ?? null) : null;
  const found = settings.contentTemplates.find(
    (each) =>
      each.kind === kind &&
      each.status === status &&
      each.language === recipient.language &&
      each.approval === 'approved',
  );
  if (found === undefined) return null;
  const filled = [...named.map((name) => values[name] ?? ''), reference];
  const variables = Object.fromEntries(filled.map((text, n) => [`${n + 1}`, asVariable(text)]));
  return { contentSid: found.contentSid, variables };
}
