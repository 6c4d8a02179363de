import type { Status } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { clockIdOfTrigger, reachedKey } from '../escalation/trigger-clock.ts';
import { answeredByMove, movedTo } from './clock-steps.ts';
import { acted, type FoldStep } from './fold-step.ts';
import { notEscalated } from './new-ticket.ts';
import type { RuleOutcome, TicketState } from './state.ts';
import { isEnded } from './status-moves.ts';

/** A rule is known by `ruleId` through its versions, so that publishing a new version does not let it fire again. */
function withOutcome(state: TicketState, ruleVersionId: string | null, outcome: RuleOutcome, config: Config) {
  if (ruleVersionId === null) return state.escalation.outcomes;
  const ruleId = config.ruleVersion(ruleVersionId)?.ruleId ?? ruleVersionId;
  return { ...state.escalation.outcomes, [ruleId]: outcome };
}

/** `escalated` stands only as long as there is a level. */
export function unescalated(status: Status): Status {
  return status === 'escalated' ? 'in_progress' : status;
}

export const escalated: FoldStep<'escalated'> = (state, event, config) => {
  const { body } = event;
  const isCurrent = clockIdOfTrigger(body.trigger, state) === body.clockId;
  if (!isCurrent || state.sensitive || isEnded(state.status) || body.level <= state.escalation.level)
    return 'overtaken';
  const { reached } = state.escalation;
  const answered = answeredByMove(state, { at: event.occurredAt, byPerson: event.actorId !== null }, config);
  return {
    ...movedTo(acted(answered, event), state.status === 'pending' ? 'pending' : 'escalated', event, config),
    assigneeId: body.targetUserId,
    escalation: {
      ...state.escalation,
      level: body.level,
      at: event.occurredAt,
      reason: body.reason,
      acknowledgedUntil: null,
      outcomes: withOutcome(state, body.ruleVersionId, 'fired', config),
      reached: body.ruleVersionId === null ? reached : [...reached, reachedKey(body.clockId, body.level)],
    },
  };
};

export const escalationSkipped: FoldStep<'escalation_skipped'> = (state, event, config) => {
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
};

export const acknowledged: FoldStep<'acknowledged'> = (state, event) => ({
  ...state,
  escalation: { ...state.escalation, acknowledgedUntil: event.body.untilAt },
});

export const steppedDown: FoldStep<'stepped_down'> = (state, event, config) => {
  const { escalation } = state;
  const stepped = [...escalation.steppedDown, { at: event.occurredAt, level: escalation.level }];
  return {
    ...movedTo(acted(state, event), unescalated(state.status), event, config),
    escalation: { ...escalation, level: 0, at: null, reason: null, acknowledgedUntil: null, steppedDown: stepped },
  };
};

/** Levels are an organization's own: what was climbed in the one before says nothing in the next. */
export const moved: FoldStep<'moved'> = (state, event, config) => ({
  ...movedTo(acted(state, event), unescalated(state.status), event, config),
  ...event.body,
  escalation: notEscalated,
});
