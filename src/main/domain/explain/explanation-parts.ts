import type { ExplanationPart } from '../../../preload/contract/explain.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { explanationDueAt } from '../explanation/explanation-clock.ts';
import { openTimeOf } from '../sla/calendars.ts';
import type { EventOf } from '../ticket/events.ts';
import type { Explanation, TicketState } from '../ticket/state.ts';
import { isEnded } from '../ticket/status-moves.ts';
import type { Forecast } from './forecast.ts';
import { hasEffect, lastOf, type Step } from './history.ts';
import { calendarRef } from './refs.ts';
import { seatOf, type Seat } from './seats.ts';
import { foretoldStanding, recordedStanding } from './telling-standing.ts';

type Given = { state: TicketState; steps: readonly Step[]; ahead: Forecast; config: Config; nowAt: Instant };
type Reminded = EventOf<'explanation_reminded'>;
type Climbed = EventOf<'explanation_escalated'>;

function whyNoDue(explanation: Explanation, dueAt: Instant | null, { state, config }: Given): ExplanationPart['noDue'] {
  if (explanation.status !== 'owed') return 'not_owed';
  if (explanation.terms === null) return 'no_terms';
  if (isEnded(state.status)) return 'ended';
  if (openTimeOf(explanation.terms.calendarVersionId, config) === null) return 'calendar_not_received';
  return dueAt === null ? 'unusable' : null;
}

/** Who owes it is told; for a person without an account whoever asked. */
function seatsOf({ owedById, askedById }: Explanation, { state, config }: Given): Seat[] {
  return [owedById === null ? seatOf('asked', askedById, state, config) : seatOf('owes', owedById, state, config)];
}

function reminderOf(explanation: Explanation, given: Given): ExplanationPart['reminder'] {
  const { steps, ahead, nowAt } = given;
  const isOfRun = ({ body }: Reminded): boolean =>
    body.requestId === explanation.id && body.clockId === explanation.clockId;
  const seats = () => seatsOf(explanation, given);
  const step = lastOf(steps, 'explanation_reminded', ({ event }) => isOfRun(event));
  if (step !== undefined) {
    const behind = () => ({ kind: 'due' as const, at: step.event.body.dueAt });
    return { at: step.event.occurredAt, standing: recordedStanding(step.event, behind, seats) };
  }
  const isNext = (event: { kind: string }): event is Reminded => event.kind === 'explanation_reminded';
  const next = ahead.happened.flatMap(({ event }) => (isNext(event) && isOfRun(event) ? [event] : [])).at(0);
  if (next !== undefined) return { at: next.occurredAt, standing: foretoldStanding(next, nowAt, seats) };
  const { terms } = explanation;
  const hasNone = terms === null || terms.reminderMsBefore === null || terms.reminderMsBefore >= terms.responseMs;
  const why = hasNone ? 'policy_has_none' : explanation.status === 'owed' ? 'no_clock' : 'answered_before';
  return { at: null, standing: { kind: 'will_not', why } };
}

function climbsOf({ id: requestId }: Explanation, steps: readonly Step[]): ExplanationPart['climbed'] {
  return steps.flatMap((step) => {
    const { event } = step;
    if (event.kind !== 'explanation_escalated' || event.body.requestId !== requestId || !hasEffect(step)) return [];
    const { level, toUserId, outcome, noticedAt } = event.body;
    return [{ level, at: event.occurredAt, toUserId, outcome, noticedAt, eventId: event.id }];
  });
}

function nextOf(
  explanation: Explanation,
  noDue: ExplanationPart['noDue'],
  { ahead, nowAt }: Given,
): ExplanationPart['next'] {
  const isClimb = (event: { kind: string }): event is Climbed => event.kind === 'explanation_escalated';
  const next = ahead.happened
    .flatMap(({ event }) => (isClimb(event) && event.body.requestId === explanation.id ? [event] : []))
    .at(0);
  if (next !== undefined) {
    const { outcome, toUserId } = next.body;
    return { kind: 'will', at: next.occurredAt, outcome, toUserId, isDue: next.occurredAt <= nowAt };
  }
  const { terms, status, isAtEnd, level } = explanation;
  const willNot = (why: Extract<ExplanationPart['next'], { kind: 'will_not' }>['why']) => ({
    kind: 'will_not' as const,
    why,
  });
  if (status !== 'owed') return willNot('not_owed');
  if (terms === null || noDue !== null) return willNot('no_due_time');
  if (!terms.escalate) return willNot('off');
  if (isAtEnd) return willNot('top_of_line');
  return willNot(level >= terms.maxLevels ? 'highest_level' : 'not_foreseen');
}

/** Each explanation that was asked for: when it is due, its reminder, how far it climbed and where next. */
export function explanationParts(given: Given): ExplanationPart[] {
  const { state, steps, config } = given;
  return state.explanations.map((explanation) => {
    const {
      id: requestId,
      terms,
      ofUserId,
      ofName,
      askedById,
      askedAt,
      status,
      owedById,
      level,
      startedAt,
    } = explanation;
    const reckonedAt = isEnded(state.status) ? null : explanationDueAt(explanation, state, config);
    const noDue = whyNoDue(explanation, reckonedAt, given);
    return {
      requestId,
      ofUserId,
      ofName,
      askedById,
      askedAt,
      status,
      owedById,
      level,
      startAt: startedAt,
      grantedMs: terms?.responseMs ?? null,
      calendar: calendarRef(terms?.calendarVersionId ?? null, config),
      dueAt: reckonedAt,
      noDue,
      reminder: reminderOf(explanation, given),
      climbed: climbsOf(explanation, steps),
      next: nextOf(explanation, noDue, given),
    };
  });
}
