import { failure, success } from '../../../preload/contract/result.ts';
import type { TicketView, TimelineEntry } from '../../../preload/contract/tickets.ts';
import { allowedOn } from '../../domain/access/allowed.ts';
import { may } from '../../domain/access/access.ts';
import { explanationViews } from '../../domain/explanation/explanation-view.ts';
import { byLogOrder, voidedIds } from '../../domain/ticket/event-order.ts';
import type { TicketEvent } from '../../domain/ticket/events.ts';
import { foldTicket } from '../../domain/ticket/fold.ts';
import { recordedAt } from '../../domain/ticket/log-clock.ts';
import type { TicketState } from '../../domain/ticket/state.ts';
import { nextInstant } from '../../domain/sla/planner.ts';
import { policyVersionOf } from '../../domain/sla/system-defaults.ts';
import { dueAtOf } from '../projection/ticket-row.ts';
import type { Query } from './read-context.ts';

function timelineOf(log: readonly TicketEvent[], state: TicketState): TimelineEntry[] {
  const voided = voidedIds(log);
  const overtaken = new Set(state.overtaken);
  return [...log].sort(byLogOrder).map((event) => ({
    eventId: event.id,
    kind: event.kind,
    occurredAt: event.occurredAt,
    recordedAt: recordedAt(event.at),
    actorId: event.actorId,
    effect: voided.has(event.id) ? 'voided' : overtaken.has(event.id) ? 'overtaken' : 'applied',
    body: event.body,
  }));
}

function contactOf({ contact }: TicketState): TicketView['contact'] {
  const { channels, ...rest } = contact;
  return channels === undefined ? rest : { ...rest, channels: [...channels] };
}

/** A ticket as a screen shows it, from its log: never from what another screen keeps. */
export const ticketView: Query<'ticket-view'> = ({ ticketId }, context) => {
  const { viewer, config } = context;
  const log = context.log.ofTicket(ticketId);
  const state = foldTicket(log, config);
  // One that may not be seen reads the same as one that is not there.
  if (viewer === null || state === null || !may(viewer, 'view_ticket', state, config)) return failure('NOT_FOUND');
  if (state.sensitive) context.auditRead(ticketId);
  const { nextAt, awaitingTarget } = nextInstant(state, config);
  const { level, at, reason, acknowledgedUntil } = state.escalation;
  const view: TicketView = {
    id: state.id,
    number: state.number,
    organizationId: state.organizationId,
    subject: state.subject,
    kind: state.kind,
    category: state.category,
    severity: state.severity,
    priority: state.priority,
    status: state.status,
    sensitive: state.sensitive,
    teamId: state.teamId,
    assigneeId: state.assigneeId,
    contactName: state.contact.name,
    level,
    createdAt: state.createdAt,
    clocks: state.clocks,
    calendarVersionId: state.calendarVersionId,
    dueAt: dueAtOf(state),
    version: state.version,
    description: state.description,
    disposition: state.disposition,
    contact: contactOf(state),
    place: state.place,
    referral: state.referral,
    policyName: state.policyVersionId === null ? null : (policyVersionOf(config, state.policyVersionId)?.name ?? null),
    escalation: { level, at, reason, acknowledgedUntil, awaitingTarget },
    resolvedAt: state.resolvedAt,
    closedAt: state.closedAt,
    nextAt,
    allowed: allowedOn(viewer, state, config),
    explanations: explanationViews(state, log, viewer, config),
    timeline: timelineOf(log, state),
  };
  return success(view);
};
