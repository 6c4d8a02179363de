import type { Clocks, TargetClock } from '../../../preload/contract/tickets.ts';
import { targets, type Instant } from '../../../preload/contract/values.ts';
import type { TicketState } from '../../domain/ticket/state.ts';
import { isEnded } from '../../domain/ticket/status-moves.ts';
import type { TicketRow } from '../schema/ticket.ts';
import { outcomeOf } from './outcomes.ts';

/** Later than every instant that the contract allows, and exact as a double. */
export const NEVER_DUE = 8_000_000_000_000;

function unmetDeadline(clock: TargetClock): Instant | null {
  if (clock.kind === 'running') return clock.dueAt;
  return clock.kind === 'breached' && clock.endedAt === null ? clock.dueAt : null;
}

/** @returns earliest deadline that is neither met nor ended, epoch ms; null when no clock runs */
export function dueAtOf(state: TicketState): Instant | null {
  let due: Instant | null = null;
  for (const target of targets) {
    const at = unmetDeadline(state.clocks[target]);
    if (at !== null && (due === null || at < due)) due = at;
  }
  return due;
}

/** What the column `clocks` holds; the calendar stands there only where the clocks do not run round the clock. */
export type ShownClocks = Clocks & { calendarVersionId?: string };

function shownClocks({ clocks, calendarVersionId }: TicketState): ShownClocks {
  return calendarVersionId === null ? clocks : { ...clocks, calendarVersionId };
}

/** The whole row of a ticket; a pure function of its folded state, its plan and its place in the order of creation. */
export function ticketRow(
  state: TicketState,
  planned: { nextAt: Instant | null; awaitingTarget: boolean },
  place: { newest: number; textDigest: number },
): TicketRow {
  const isOpen = !isEnded(state.status);
  const dueAt = dueAtOf(state);
  return {
    newest: place.newest,
    id: state.id,
    number: state.number,
    organizationId: state.organizationId,
    teamId: state.teamId,
    assigneeId: state.assigneeId,
    status: state.status,
    kind: state.kind,
    category: state.category,
    severity: state.severity,
    priority: state.priority,
    subject: state.subject,
    contactName: state.contact.name,
    level: state.escalation.level,
    sensitive: state.sensitive ? 1 : 0,
    isOpen: isOpen ? 1 : 0,
    isEscalated: isOpen && state.escalation.level > 0 ? 1 : 0,
    createdAt: state.createdAt,
    updatedAt: state.updatedAt,
    resolvedAt: state.resolvedAt,
    closedAt: state.closedAt,
    dueAt,
    dueSort: dueAt ?? NEVER_DUE,
    nextAt: planned.nextAt,
    awaitingTarget: planned.awaitingTarget ? 1 : 0,
    clocks: JSON.stringify(shownClocks(state)),
    responseOutcome: outcomeOf(state.clocks.response),
    nextResponseOutcome: outcomeOf(state.clocks.next_response),
    resolutionOutcome: outcomeOf(state.clocks.resolution),
    batchId: state.batchId,
    version: state.version,
    textDigest: place.textDigest,
  };
}
