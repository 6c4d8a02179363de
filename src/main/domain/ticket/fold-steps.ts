import { statusMoves } from '../../../preload/contract/status-moves.ts';
import type { Status } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { clockIdOfTrigger, reachedKey } from '../escalation/trigger-clock.ts';
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
import type { EventKind, EventOf } from './events.ts';
import { notEscalated, runsFrom } from './new-ticket.ts';
import type { RuleOutcome, TicketState } from './state.ts';
import { isEnded } from './status-moves.ts';

/** What an event makes of a ticket; `overtaken` when it has no effect on what the ticket has become. */
export type FoldStep<K extends EventKind = EventKind> = (
  state: TicketState,
  event: EventOf<K>,
  config: Config,
) => TicketState | 'overtaken';

function changeStatus(state: TicketState, event: EventOf<'status_changed'>, config: Config): TicketState | 'overtaken' {
  const { status, disposition, undated } = event.body;
  const moves: readonly string[] = statusMoves[state.status];
  if (status !== state.status && !moves.includes(status)) return 'overtaken';

  const at = event.occurredAt;
  const wasEnded = isEnded(state.status);
  const acted = { ...state, lastActionAt: at, disposition: disposition ?? state.disposition };
  if (isEnded(status)) {
    const over = wasEnded ? acted : undated === true ? endedUndated(acted, config) : ended(acted, at, config);
    const knownAt = undated === true ? null : at;
    return {
      ...over,
      status,
      resolvedAt: status === 'resolved' ? knownAt : state.resolvedAt,
      closedAt: status === 'closed' ? knownAt : null,
    };
  }
  const living = wasEnded ? reopened({ ...acted, disposition }, event, config) : acted;
  const answeredNow = answeredByMove(living, { at, byPerson: event.actorId !== null && status !== 'open' }, config);
  return { ...movedTo(answeredNow, status, event, config), resolvedAt: null, closedAt: null };
}

/** `escalated` stands only as long as there is a level. */
function unescalated(status: Status): Status {
  return status === 'escalated' ? 'in_progress' : status;
}

/** A rule is known by `ruleId` through its versions, so that publishing a new version does not let it fire again. */
function withOutcome(state: TicketState, ruleVersionId: string | null, outcome: RuleOutcome, config: Config) {
  if (ruleVersionId === null) return state.escalation.outcomes;
  const ruleId = config.ruleVersion(ruleVersionId)?.ruleId ?? ruleVersionId;
  return { ...state.escalation.outcomes, [ruleId]: outcome };
}

function escalate(state: TicketState, event: EventOf<'escalated'>, config: Config): TicketState | 'overtaken' {
  const { body } = event;
  const isCurrent = clockIdOfTrigger(body.trigger, state) === body.clockId;
  if (!isCurrent || state.sensitive || isEnded(state.status) || body.level <= state.escalation.level)
    return 'overtaken';
  const { reached } = state.escalation;
  return {
    ...movedTo(state, state.status === 'pending' ? 'pending' : 'escalated', event, config),
    assigneeId: body.targetUserId,
    escalation: {
      level: body.level,
      at: event.occurredAt,
      reason: body.reason,
      acknowledgedUntil: null,
      outcomes: withOutcome(state, body.ruleVersionId, 'fired', config),
      reached: body.ruleVersionId === null ? reached : [...reached, reachedKey(body.clockId, body.level)],
    },
  };
}

/** One step per kind of event: a kind that is not in this table has no effect. */
export const foldSteps: { readonly [K in EventKind]: FoldStep<K> } = {
  ticket_created: () => 'overtaken',
  ticket_updated: (state, event) => ({ ...state, ...event.body.patch }),
  status_changed: changeStatus,
  assigned: (state, event) => ({ ...state, ...event.body, lastActionAt: event.occurredAt }),
  noted: (state, event) => ({ ...state, lastActionAt: event.occurredAt }),
  replied: (state, event, config) => answered({ ...state, lastActionAt: event.occurredAt }, event.occurredAt, config),
  contact_wrote: (state, event) => awaitingAnswer(state, { id: event.id, at: event.occurredAt }),
  marked_sensitive: (state, event, config) => ({
    ...movedTo(state, unescalated(state.status), event, config),
    sensitive: true,
    escalation: notEscalated,
  }),
  unmarked_sensitive: (state, event, config) => {
    if (!state.sensitive) return 'overtaken';
    const fresh = restarted(state, event, ['response', 'next_response', 'resolution']);
    return { ...standingIn(fresh, state.status, event, config), sensitive: false };
  },
  referred: (state, event) => ({ ...state, referral: event.body }),
  acknowledged: (state, event) => ({
    ...state,
    escalation: { ...state.escalation, acknowledgedUntil: event.body.untilAt },
  }),
  stepped_down: (state, event, config) => ({
    ...movedTo(state, unescalated(state.status), event, config),
    escalation: { ...state.escalation, level: 0, at: null, reason: null, acknowledgedUntil: null },
  }),
  voided: (state) => state,
  policy_matched: (state, event, config) => {
    const matched = {
      ...state,
      policyVersionId: event.body.policyVersionId,
      matchedAt: event.occurredAt > state.cycle.startedAt ? event.occurredAt : null,
    };
    return { ...standingIn(matched, state.status, event, config), runs: runsFrom(event.id) };
  },
  breached: (state, event, config) => {
    const { target, clockId, dueAt, noticedAt, history } = event.body;
    if (state.runs[target] !== clockId || clockOf(target, state, config).kind !== 'running') return 'overtaken';
    return { ...state, breaches: { ...state.breaches, [target]: { clockId, dueAt, noticedAt, history } } };
  },
  escalated: escalate,
  escalation_skipped: (state, event, config) => {
    const { level, ruleVersionId, why } = event.body;
    const { escalation } = state;
    return {
      ...state,
      escalation: {
        ...escalation,
        level: why === 'already_holds' ? Math.max(escalation.level, level) : escalation.level,
        outcomes: withOutcome(state, ruleVersionId, why, config),
      },
    };
  },
};
