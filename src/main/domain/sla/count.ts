import { climb, remindOfExplanation } from '../explanation/explanation-engine.ts';
import { silentUntil } from '../messages/confirmation.ts';
import { remindedOf, warnedOf } from '../messages/recipients.ts';
import type { NewEvent, Outcome } from '../ticket/events.ts';
import type { TicketState } from '../ticket/state.ts';
import { engineEvent, type Engine } from './engine.ts';
import type { Counted } from './planner.ts';

type Of<K extends Counted['kind']> = Extract<Counted, { kind: K }>;

/** Whether something that is due in the same look makes it old news. Rule: product.md, SLA 8 and 11. */
function isOvertaken(moment: Of<'warning' | 'reminder'>, due: readonly Counted[]): boolean {
  const target = moment.kind === 'warning' ? moment.target : 'resolution';
  return due.some((later) => {
    if (later.kind === 'breach') return later.target === target;
    if (later.kind !== 'reminder' || target !== 'resolution') return false;
    return moment.kind === 'reminder' ? later.nth > moment.nth : later.at > moment.at;
  });
}

function outcomeFor(moment: Of<'warning' | 'reminder'>, due: readonly Counted[], to: readonly string[]): Outcome {
  if (isOvertaken(moment, due)) return 'missed';
  return to.length === 0 ? 'nobody' : 'sent';
}

function breached({ target, at }: Of<'breach'>, state: TicketState, engine: Engine): NewEvent {
  const history = at <= (state.historyUntil ?? -Infinity);
  const body = { clockId: state.runs[target], target, dueAt: at, noticedAt: engine.nowAt, history };
  return engineEvent(state, at, target, { kind: 'breached', body }, engine);
}

function warned(moment: Of<'warning'>, state: TicketState, due: readonly Counted[], engine: Engine): NewEvent {
  const { target, at, dueAt } = moment;
  const to = warnedOf(state, engine.config);
  const outcome = outcomeFor(moment, due, to);
  const body = { clockId: state.runs[target], target, dueAt, noticedAt: engine.nowAt, outcome, to };
  return engineEvent(state, at, target, { kind: 'warned', body }, engine);
}

function reminded(moment: Of<'reminder'>, state: TicketState, due: readonly Counted[], engine: Engine): NewEvent {
  const { nth, at, dueAt } = moment;
  const to = remindedOf(state, engine.config);
  const outcome = outcomeFor(moment, due, to);
  const clockId = state.runs.resolution;
  const body = { clockId, target: 'resolution' as const, nth, dueAt, noticedAt: engine.nowAt, outcome, to };
  return engineEvent(state, at, nth, { kind: 'reminded', body }, engine);
}

/**
 * The ticket is closed and its contact thanked, as if they had confirmed; where they were asked later than it was resolved,
 * or never, it only gets another instant for that, or none.
 */
function bySilence(
  { at }: Of<'silence'>,
  state: TicketState,
  { engineId, questionOf, nowAt, config }: Engine,
): NewEvent {
  const closesAt = questionOf === undefined ? at : silentUntil(state, questionOf(state), nowAt, config);
  const occurred = { ticketId: state.id, occurredAt: at, actorId: null, kind: 'status_changed' as const };
  const said = { reason: '', disposition: null };
  if (closesAt !== null && closesAt <= at) {
    const id = engineId(state.id, state.cycle.id, 'closed_by_silence', at);
    return { ...occurred, id, body: { ...said, status: 'closed', thank: true, why: 'silence' } };
  }
  const id = engineId(state.id, state.cycle.id, 'silence_moved', `${at} ${closesAt ?? 'never'}`);
  const body = { ...said, status: 'resolved' as const };
  return closesAt === null
    ? { ...occurred, id, body: { ...body, why: 'not_asked' } }
    : { ...occurred, id, body: { ...body, why: 'asked_late', closesAt } };
}

/**
 * What has come due by the clock alone, as events. None of it moves another, so all of one look can be recorded together.
 * @param due  in the order in which it acts
 */
export function counted(
  state: TicketState,
  due: readonly Counted[],
  isDue: (at: number) => boolean,
  engine: Engine,
): NewEvent[] {
  return due.map((moment) => {
    switch (moment.kind) {
      case 'breach':
        return breached(moment, state, engine);
      case 'warning':
        return warned(moment, state, due, engine);
      case 'reminder':
        return reminded(moment, state, due, engine);
      case 'explanation_reminder':
        return remindOfExplanation(moment, state, isDue, engine);
      case 'explanation_escalation':
        return climb(moment, state, isDue, engine);
      case 'silence':
        return bySilence(moment, state, engine);
    }
  });
}
