import type { Instant } from '../../../preload/contract/values.ts';
import { reachable } from '../messages/recipients.ts';
import { engineEvent, type Engine } from '../sla/engine.ts';
import type { NewEvent, Outcome } from '../ticket/events.ts';
import type { Explanation, TicketState } from '../ticket/state.ts';
import { climbsAgainAt, type ExplanationMoment } from './explanation-clock.ts';
import { nextInLine, type InLine } from './line-of-managers.ts';

/** Who owes it; for a person without an account whoever asked, who records the answer. */
export function remindOfExplanation(
  { at, dueAt, explanation }: ExplanationMoment,
  state: TicketState,
  isDue: (at: Instant) => boolean,
  engine: Engine,
): NewEvent {
  const { id: requestId, clockId, level, owedById, askedById } = explanation;
  const to = reachable([owedById ?? askedById], state, engine.config);
  const outcome: Outcome = isDue(dueAt) ? 'missed' : to.length === 0 ? 'nobody' : 'sent';
  const body = { clockId, requestId, level, dueAt, noticedAt: engine.nowAt, outcome, to };
  return engineEvent(state, at, level, { kind: 'explanation_reminded', body }, engine);
}

/** Whether the manager to whom it climbs is overdue in the same look, and somebody is above them: they are not told. */
function isPassedOn(
  explanation: Explanation,
  next: InLine,
  at: Instant,
  state: TicketState,
  isDue: (at: Instant) => boolean,
  { nowAt, config }: Engine,
): boolean {
  const againAt = climbsAgainAt(explanation, at, config);
  if (againAt === null || !isDue(againAt)) return false;
  const line = [...explanation.line, next.manager.id];
  return nextInLine({ line, askedById: explanation.askedById }, state, nowAt, config) !== null;
}

/** An overdue explanation goes one step up the line of managers; at its end that is recorded and shown. */
export function climb(
  { at, explanation }: ExplanationMoment,
  state: TicketState,
  isDue: (at: Instant) => boolean,
  engine: Engine,
): NewEvent {
  const { id: requestId, clockId, askedById } = explanation;
  const level = explanation.level + 1;
  const next = nextInLine(explanation, state, engine.nowAt, engine.config);
  const to = next === null ? [] : reachable([next.owes.id, askedById], state, engine.config);
  const passedOn = next !== null && isPassedOn(explanation, next, at, state, isDue, engine);
  const outcome: Outcome = next === null ? 'nobody' : passedOn ? 'missed' : 'sent';
  const line = { toUserId: next?.owes.id ?? null, lineUserId: next?.manager.id ?? null };
  const body = { clockId, requestId, level, ...line, noticedAt: engine.nowAt, outcome, to };
  return engineEvent(state, at, level, { kind: 'explanation_escalated', body }, engine);
}
