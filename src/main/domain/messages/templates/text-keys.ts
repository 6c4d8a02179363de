import type { TemplateKey } from '../../config/messaging.ts';
import type { Facts, MessageKind } from '../message.ts';

/**
 * What a text of a key has to name, all of it and nothing else, in the order of a Content template's variables. Only these
 * keys can have an organization's own text: what is said of sensitive tickets is a rule, a digest's form its figures'.
 */
export const placeholdersOf: ReadonlyMap<string, readonly string[]> = new Map<TemplateKey, readonly string[]>([
  ['status_update.open', ['tracking_number']],
  ['status_update.in_progress', ['tracking_number']],
  ['status_update.pending', ['tracking_number']],
  ['status_update.resolved', ['tracking_number']],
  ['status_update.closed', ['tracking_number']],
  ['escalation_notice', ['tracking_number']],
  ['thank_you', ['tracking_number']],
  ['reply', ['tracking_number', 'text']],
  ['assignment', ['tracking_number']],
  ['warning', ['tracking_number', 'due']],
  ['reminder', ['tracking_number', 'due']],
  ['breach', ['tracking_number', 'due']],
  ['escalation', ['tracking_number', 'level']],
  ['escalation_former', ['tracking_number', 'level']],
  ['explanation_asked', ['tracking_number']],
  ['explanation_reminder', ['tracking_number', 'due']],
  ['explanation_escalated', ['tracking_number', 'level']],
  ['explanation_at_end', ['tracking_number']],
  ['explanation_answered', ['tracking_number']],
  ['explanation_sent_back', ['tracking_number']],
]);

/** Under which key an organization's own text is kept; `restricted` names no key of a template. */
export function templateKeyOf(kind: MessageKind, facts: Facts): string {
  if (facts['restricted'] !== undefined || kind === 'sensitive_marked') return 'restricted';
  return kind === 'status_update' ? `status_update.${facts['status'] ?? ''}` : kind;
}

const byPlace: Readonly<Record<string, string>> = { '1': 'reminder_first', '2': 'reminder_second' };

/** The product's own text: of reminders it has one for the first, one for the second, and one for those after. */
export function productKeyOf(templateKey: string, facts: Facts): string {
  return templateKey === 'reminder' ? (byPlace[facts['nth'] ?? ''] ?? templateKey) : templateKey;
}
