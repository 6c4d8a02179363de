import type { ExplanationStep, ExplanationView, TargetClock } from '../../../preload/contract/tickets.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Config, User } from '../config/config.ts';
import { openTimeOf } from '../sla/calendars.ts';
import { noClock } from '../sla/clocks.ts';
import { endedStops, instantWhenUsed, usedBetween } from '../sla/running-time.ts';
import { byLogOrder, voidedIds } from '../ticket/event-order.ts';
import type { TicketEvent } from '../ticket/events.ts';
import type { Explanation, TicketState } from '../ticket/state.ts';
import { isEnded } from '../ticket/status-moves.ts';
import { allowedOnExplanation } from './explanation-access.ts';

type Step = { requestId: string; step: ExplanationStep };

/** What an event says of an explanation; null for one that speaks of none. */
function stepOf({ id: eventId, occurredAt: at, actorId: byId, ...event }: TicketEvent): Step | null {
  switch (event.kind) {
    case 'explanation_reminded': {
      const { requestId, outcome, to } = event.body;
      return { requestId, step: { kind: 'reminded', eventId, at, outcome, toIds: [...to] } };
    }
    case 'explanation_escalated': {
      const { requestId, outcome, level, toUserId } = event.body;
      return { requestId, step: { kind: 'climbed', eventId, at, outcome, level, toUserId } };
    }
    case 'explanation_answered':
      return { requestId: event.body.requestId, step: { kind: 'answered', eventId, at, byId, text: event.body.text } };
    case 'explanation_accepted':
      return { requestId: event.body.requestId, step: { kind: 'accepted', eventId, at, byId } };
    case 'explanation_sent_back': {
      const { requestId, reason } = event.body;
      return { requestId, step: { kind: 'sent_back', eventId, at, byId, reason } };
    }
    default:
      return null;
  }
}

function stepsOf(log: readonly TicketEvent[], state: TicketState): Step[] {
  const voided = voidedIds(log);
  const overtaken = new Set(state.overtaken);
  return log
    .filter(({ id, kind }) => kind.startsWith('explanation_') && !voided.has(id) && !overtaken.has(id))
    .sort(byLogOrder)
    .flatMap((event) => stepOf(event) ?? []);
}

/** The first answer since it was last owed: a later one only adds to it. */
function answeredAtOf(steps: readonly ExplanationStep[]): Instant | null {
  const sentBack = steps.findLastIndex(({ kind }) => kind === 'sent_back');
  return steps.slice(sentBack + 1).find(({ kind }) => kind === 'answered')?.at ?? null;
}

/**
 * The clock of an explanation: of whoever owes it by now, since it came to them. Its lateness stays after the answer; on a
 * ticket that has ended it stands still. `none` where it has no due time, as on a sensitive ticket.
 */
function clockOf(
  { terms, startedAt }: Explanation,
  answeredAt: Instant | null,
  state: TicketState,
  config: Config,
): TargetClock {
  const open = terms === null ? null : openTimeOf(terms.calendarVersionId, config);
  if (terms === null || open === null) return noClock;
  const stops = endedStops(state.stops);
  const dueAt = instantWhenUsed(terms.responseMs, startedAt, stops, open);
  if (answeredAt !== null) {
    return dueAt === null || answeredAt <= dueAt
      ? { kind: 'met', metAt: answeredAt, dueAt }
      : { kind: 'breached', dueAt, noticedAt: null, endedAt: answeredAt };
  }
  if (isEnded(state.status)) {
    const endedAt = state.resolvedAt ?? state.closedAt ?? startedAt;
    return {
      kind: 'paused',
      remainingMs: Math.max(0, terms.responseMs - usedBetween(startedAt, endedAt, stops, open)),
    };
  }
  return dueAt === null ? noClock : { kind: 'running', dueAt };
}

/**
 * A ticket's explanations as its screen shows them to somebody who sees the ticket.
 * @param log  the events that `state` was folded from, in any order
 * Rule: product.md, Explanation requests.
 */
export function explanationViews(
  state: TicketState,
  log: readonly TicketEvent[],
  viewer: User,
  config: Config,
): ExplanationView[] {
  if (state.explanations.length === 0) return [];
  const all = stepsOf(log, state);
  return state.explanations.map((explanation) => {
    const steps = all.filter(({ requestId }) => requestId === explanation.id).map(({ step }) => step);
    const { terms, status } = explanation;
    return {
      id: explanation.id,
      askedById: explanation.askedById,
      askedAt: explanation.askedAt,
      ofUserId: explanation.ofUserId,
      ofName: explanation.ofName,
      question: explanation.question,
      status,
      owedById: explanation.owedById,
      level: explanation.level,
      clock: clockOf(explanation, status === 'owed' ? null : answeredAtOf(steps), state, config),
      calendarVersionId: terms?.calendarVersionId ?? null,
      steps,
      allowed: allowedOnExplanation(viewer, explanation, state, config),
    };
  });
}
