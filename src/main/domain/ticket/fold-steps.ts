import { statusMoves } from '../../../preload/contract/status-moves.ts';
import type { Instant, Target } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import * as explanation from '../explanation/explanation-steps.ts';
import { clockOf } from '../sla/clocks.ts';
import {
  answered,
  answeredByMove,
  awaitingAnswer,
  ended,
  endedUndated,
  movedTo,
  reopened,
  restarted,
  standingIn,
} from './clock-steps.ts';
import { acknowledged, escalated, escalationSkipped, moved, steppedDown, unescalated } from './escalation-steps.ts';
import type { EventKind } from './events.ts';
import { acted, type FoldStep } from './fold-step.ts';
import { notEscalated, runsFrom } from './new-ticket.ts';
import type { TicketState } from './state.ts';
import { isEnded } from './status-moves.ts';

type Ending = { at: Instant; undated: boolean | undefined; byPerson: boolean };

/** The move itself may be the answer, before it ends the clocks. */
function endedNow(state: TicketState, { at, undated, byPerson }: Ending, config: Config): TicketState {
  if (undated === true) return endedUndated(state, config);
  return ended(answeredByMove(state, { at, byPerson }, config), at, config);
}

/** Closing what was resolved also answers what the contact wrote since: it is the desk's last word. */
function saidAgain(state: TicketState, isNew: boolean): TicketState {
  return isNew ? { ...state, unanswered: null } : state;
}

const changeStatus: FoldStep<'status_changed'> = (state, event, config) => {
  const { status, disposition, undated, why, closesAt = null } = event.body;
  // Another desk knew by then that the contact had written, or that somebody had reopened it.
  if (why === 'silence' && state.closesAt !== event.occurredAt) return 'overtaken';
  const moves: readonly string[] = statusMoves[state.status];
  if (status !== state.status && !moves.includes(status)) return 'overtaken';

  const at = event.occurredAt;
  const wasEnded = isEnded(state.status);
  // Rule: product.md, Escalation 2: a change of status is an action, to say again what it is none.
  const seen = status === state.status ? state : acted(state, event);
  const touched = { ...seen, disposition: disposition ?? state.disposition };
  const byPerson = event.actorId !== null;
  if (isEnded(status)) {
    // To say it again moves no time, and answers nobody: what lies between would count as open once it is reopened.
    const isNew = status !== state.status;
    const over = wasEnded ? saidAgain(touched, isNew) : endedNow(touched, { at, undated, byPerson }, config);
    const knownAt = undated === true ? null : at;
    return {
      ...over,
      status,
      resolvedAt: status === 'resolved' && isNew ? knownAt : state.resolvedAt,
      closedAt: status === 'closed' ? (isNew ? knownAt : state.closedAt) : null,
      closesAt: status === 'resolved' ? closesAt : null,
    };
  }
  const living = wasEnded ? reopened({ ...touched, disposition, mergedInto: null }, event, config) : touched;
  const answeredNow = answeredByMove(living, { at, byPerson: byPerson && status !== 'open' }, config);
  return { ...movedTo(answeredNow, status, event, config), resolvedAt: null, closedAt: null, closesAt: null };
};

/** Whether that very run of a target's clock lasts: what the engine did about another has no effect. */
function runsAs(clockId: string, target: Target, state: TicketState, config: Config): boolean {
  return state.runs[target] === clockId && clockOf(target, state, config).kind === 'running';
}

/** One step per kind of event: a kind that is not in this table has no effect. */
export const foldSteps: { readonly [K in EventKind]: FoldStep<K> } = {
  ticket_created: () => 'overtaken',
  ticket_updated: (state, event) => ({ ...state, ...event.body.patch }),
  status_changed: changeStatus,
  moved,
  merged: (state, event, config) => {
    if (state.status === 'closed') return 'overtaken';
    const at = event.occurredAt;
    const over = isEnded(state.status) ? acted(state, event) : ended(acted(state, event), at, config);
    const { intoTicketId: ticketId, intoNumber: number } = event.body;
    return { ...over, status: 'closed', closedAt: at, disposition: 'duplicate', mergedInto: { ticketId, number } };
  },
  assigned: (state, event) => ({ ...acted(state, event), ...event.body }),
  noted: acted,
  replied: (state, event, config) => answered(acted(state, event), event.occurredAt, config),
  // Whatever it says, the contact is not silent.
  contact_wrote: (state, event) => {
    const { id, occurredAt: at } = event;
    return awaitingAnswer(state.closesAt === null ? state : { ...state, closesAt: null }, { id, at });
  },
  marked_sensitive: (state, event, config) => ({
    ...movedTo(explanation.withoutTerms(state), unescalated(state.status), event, config),
    sensitive: true,
    closesAt: null,
    escalation: notEscalated,
  }),
  unmarked_sensitive: (state, event, config) => {
    if (!state.sensitive) return 'overtaken';
    const fresh = restarted(state, event, ['response', 'next_response', 'resolution']);
    return { ...standingIn(fresh, state.status, event, config), sensitive: false };
  },
  referred: (state, event) => ({ ...state, referral: event.body }),
  acknowledged,
  stepped_down: steppedDown,
  voided: (state) => state,
  policy_reapplied: (state) => state,
  policy_matched: (state, event, config) => {
    const matched = {
      ...state,
      policyVersionId: event.body.policyVersionId,
      calendarVersionId: event.body.calendarVersionId ?? null,
      matchedAt: event.occurredAt > state.cycle.startedAt ? event.occurredAt : null,
    };
    return { ...standingIn(matched, state.status, event, config), runs: runsFrom(event.id) };
  },
  warned: (state, event, config) => {
    const { target, clockId, outcome } = event.body;
    if (state.warned[target] !== undefined || !runsAs(clockId, target, state, config)) return 'overtaken';
    const telling = { eventId: event.id, at: event.occurredAt, outcome };
    return { ...state, warned: { ...state.warned, [target]: telling } };
  },
  reminded: (state, event, config) => {
    const { target, clockId, outcome, nth } = event.body;
    const isKnown = state.reminders.some((reminder) => reminder.nth === nth);
    if (isKnown || !runsAs(clockId, target, state, config)) return 'overtaken';
    const telling = { eventId: event.id, at: event.occurredAt, outcome, nth };
    return { ...state, reminders: [...state.reminders, telling] };
  },
  breached: (state, event, config) => {
    const { target, clockId, dueAt, noticedAt, history } = event.body;
    if (!runsAs(clockId, target, state, config)) return 'overtaken';
    return { ...state, breaches: { ...state.breaches, [target]: { clockId, dueAt, noticedAt, history } } };
  },
  escalated,
  escalation_skipped: escalationSkipped,
  explanation_requested: explanation.requested,
  explanation_answered: explanation.answered,
  explanation_accepted: explanation.accepted,
  explanation_sent_back: explanation.sentBack,
  explanation_reminded: explanation.reminded,
  explanation_escalated: explanation.climbed,
};
