import type { Instant } from '../../../../preload/contract/values.ts';
import type { HumanEvent, NewEvent } from '../../../domain/ticket/events.ts';
import { assigneeId } from './line-config.ts';
import type { TimelineEvent, TimelineQuestion } from './question.ts';

/** An event of the line at its instant. */
export type Placed = { at: Instant; event: TimelineEvent };

function statusChanged(status: 'open' | 'in_progress' | 'pending' | 'resolved' | 'closed'): HumanEvent {
  return { kind: 'status_changed', body: { status, reason: '', disposition: null } };
}

function doing(event: TimelineEvent): HumanEvent {
  switch (event.type) {
    case 'status':
      return statusChanged(event.status);
    case 'agent_reply':
      return { kind: 'replied', body: { text: '' } };
    case 'customer_message':
      return { kind: 'contact_wrote', body: { text: '' } };
    case 'note':
      return { kind: 'noted', body: { text: '' } };
    case 'resolved':
      return statusChanged('resolved');
    case 'reopened':
      return statusChanged('open');
  }
}

function created({ severity }: TimelineQuestion['ticket']): HumanEvent {
  return {
    kind: 'ticket_created',
    body: {
      kind: 'complaint',
      subject: '',
      description: '',
      category: '',
      severity: severity ?? 'medium',
      priority: 'medium',
      contact: { name: '', phone: '', email: '', language: 'en' },
      place: { address: '', latitude: null, longitude: null },
      number: '',
      organizationId: 'organization',
      teamId: null,
      assigneeId,
      sensitive: false,
      batchId: null,
      historyUntil: null,
    },
  };
}

export function eventIdOf(n: number): string {
  return `event ${n}`;
}

/**
 * What people did, as the rules take it.
 * @param events  in the order of the line; `eventIdOf` names each by its place
 * @param untilAt  what lies later has not happened yet
 */
export function decidedBy(
  ticket: TimelineQuestion['ticket'],
  createdAt: Instant,
  events: readonly Placed[],
  untilAt: Instant,
): NewEvent[] {
  const by = (id: string, at: Instant, event: HumanEvent): NewEvent => ({
    id,
    ticketId: 'ticket',
    occurredAt: at,
    actorId: assigneeId,
    ...event,
  });
  const first = [by('created', createdAt, created(ticket))];
  if (ticket.status !== 'open') first.push(by('status', createdAt, statusChanged(ticket.status)));
  const rest = events
    .map(({ at, event }, n) => by(eventIdOf(n), at, doing(event)))
    .filter(({ occurredAt }) => occurredAt <= untilAt)
    .sort((a, b) => a.occurredAt - b.occurredAt);
  return [...first, ...rest];
}
