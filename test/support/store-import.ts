import type { EventOf, NewEvent } from '../../src/main/domain/ticket/events.ts';
import type { Status } from '../../src/preload/contract/values.ts';
import { creation, people } from './centre.ts';

type Parts = Partial<EventOf<'ticket_created'>['body']> & { occurredAt: number; endedAt?: number; status?: Status };

function numbered(group: string, n: number): string {
  return `00000000-0000-7000-${group}-${n.toString(16).padStart(12, '0')}`;
}

export function importedTicketId(n: number): string {
  return numbered('8001', n);
}

/** The events of one row of a file, as the import's pure part makes them. `n` makes its ids. */
export function draftTicket(n: number, { occurredAt, endedAt, status, ...body }: Parts): NewEvent[] {
  const ticketId = importedTicketId(n);
  const common = { ticketId, actorId: people.administrator };
  const created: NewEvent = {
    ...common,
    id: numbered('8002', n),
    occurredAt,
    ...creation({ number: '', assigneeId: null, subject: `row ${n}`, historyUntil: null, ...body }),
  };
  if (endedAt === undefined) return [created];
  const ended = { status: status ?? 'closed', reason: '', disposition: null };
  return [created, { ...common, id: numbered('8003', n), occurredAt: endedAt, kind: 'status_changed', body: ended }];
}
