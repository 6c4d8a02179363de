import { templatePlaceholders } from '../../../../preload/contract/template-keys.ts';
import type { Facts, MessageKind } from '../message.ts';

const declared: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(templatePlaceholders));

/** What a text of that key names; undefined for one that no organization can write. */
export function declaredOf(key: string): readonly string[] | undefined {
  return declared.get(key);
}

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
