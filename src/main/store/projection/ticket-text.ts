import { hash } from 'node:crypto';
import { voidedIds } from '../../domain/ticket/event-order.ts';
import type { EventKind, TicketEvent } from '../../domain/ticket/events.ts';
import type { TicketState } from '../../domain/ticket/state.ts';
import { scopeWord, wordsOf } from '../search/words.ts';

export type TicketText = { scope: string; words: string; digest: number };

const textKinds: ReadonlySet<EventKind> = new Set<EventKind>([
  'ticket_created',
  'ticket_updated',
  'noted',
  'replied',
  'contact_wrote',
  'voided',
  'marked_sensitive',
  'unmarked_sensitive',
  'moved',
]);

/** Whether an event may change what its ticket is found by: nothing that the engine writes does. */
export function touchesText(event: TicketEvent): boolean {
  return textKinds.has(event.kind);
}

function written(events: readonly TicketEvent[]): string[] {
  const voided = voidedIds(events);
  return events.flatMap((event) => {
    if (event.kind !== 'noted' && event.kind !== 'replied' && event.kind !== 'contact_wrote') return [];
    return voided.has(event.id) ? [] : [event.body.text];
  });
}

/**
 * What a ticket is found by: its fields, and what was noted, replied and written to it.
 * Each word once: the index answers which tickets hold it, not how often.
 */
export function ticketText(state: TicketState, events: readonly TicketEvent[]): TicketText {
  const { contact, place } = state;
  const fields = [
    state.number,
    state.subject,
    state.category,
    contact.name,
    contact.email,
    contact.phone,
    place.address,
    state.description,
  ];
  const words = new Set(wordsOf([...fields, ...written(events)].join('\n')));
  // "082 123 4567" is also looked for in one piece.
  const phone = wordsOf(contact.phone).join('');
  if (phone !== '') words.add(phone);
  const text = { scope: scopeWord(state.organizationId, state.sensitive), words: [...words].join(' ') };
  const digest = Number.parseInt(hash('sha256', `${text.scope} ${text.words}`, 'hex').slice(0, 12), 16);
  return { ...text, digest };
}
