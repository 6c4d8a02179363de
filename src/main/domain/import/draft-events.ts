import type { Instant } from '../../../preload/contract/values.ts';
import type { HumanEvent, NewEvent } from '../ticket/events.ts';
import { isEnded } from '../ticket/status-moves.ts';
import type { TicketDraft } from './draft.ts';
import type { Mapping } from './mapping.ts';

export type ImportContext = {
  mapping: Pick<Mapping, 'ticket_kind' | 'severity' | 'priority' | 'overdue' | 'policies' | 'columns'>;
  organizationId: string;
  teamId: string | null;
  batchId: string;
  actorId: string;
  importAt: Instant;
  /** A fresh id per call. */
  newId: () => string;
};

/** Where deadlines are learnt from the file, a blank due date is its word that there is none. */
function givesNoDeadline(draft: TicketDraft, { policies, columns }: ImportContext['mapping']): boolean {
  return columns.due !== undefined && policies?.from === 'learn' && draft.dueAt === null;
}

/**
 * The events that tell a row's story at its own times.
 * The word of the source stands for one status; only what differs from a fresh ticket is an event of its own.
 * @returns `ticket_created` first, the rest in the order in which they happened
 */
export function draftEvents(draft: TicketDraft, context: ImportContext): NewEvent[] {
  const { mapping } = context;
  const ticketId = context.newId();
  const events: NewEvent[] = [];
  const happened = (at: Instant, event: HumanEvent): void => {
    // A source stamps the status a second before the row that it belongs to: nothing happens to a ticket before it is made.
    const occurredAt = Math.max(at, draft.createdAt);
    events.push({ id: context.newId(), ticketId, occurredAt, actorId: context.actorId, ...event });
  };

  happened(draft.createdAt, {
    kind: 'ticket_created',
    body: {
      number: draft.number,
      organizationId: context.organizationId,
      kind: mapping.ticket_kind,
      subject: draft.subject,
      description: draft.description,
      category: draft.category,
      severity: mapping.severity,
      priority: mapping.priority,
      contact: draft.contact,
      place: draft.place,
      teamId: context.teamId,
      assigneeId: null,
      sensitive: false,
      batchId: context.batchId,
      historyUntil: mapping.overdue === 'history' ? context.importAt : null,
      ...(givesNoDeadline(draft, mapping) ? { withoutTargets: true as const } : {}),
    },
  });

  const { status, disposition = null } = draft.meaning;
  const statusAt = draft.statusAt ?? draft.createdAt;
  if (isEnded(status)) {
    // Undated goes right after the creation: at any later instant a deadline could seem to have been missed before it.
    const body = { status, reason: '', disposition } as const;
    if (draft.closedAt === null) {
      happened(draft.createdAt, { kind: 'status_changed', body: { ...body, undated: true } });
    } else happened(draft.closedAt, { kind: 'status_changed', body });
    return events;
  }
  if (draft.closedAt !== null) {
    // A closing date on a ticket that is open: it was closed once and taken up again.
    const againAt = Math.max(statusAt, draft.closedAt);
    happened(draft.closedAt, { kind: 'status_changed', body: { status: 'closed', reason: '', disposition } });
    happened(againAt, { kind: 'status_changed', body: { status: 'open', reason: '', disposition } });
    if (status !== 'open') happened(againAt, { kind: 'status_changed', body: { status, reason: '', disposition } });
  } else if (status !== 'open' || disposition !== null) {
    happened(statusAt, { kind: 'status_changed', body: { status, reason: '', disposition } });
  }
  return events;
}
