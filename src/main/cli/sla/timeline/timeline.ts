import { failure, success, type Failure, type Result } from '../../../../preload/contract/result.ts';
import { instant as contractInstant, type Instant } from '../../../../preload/contract/values.ts';
import type { OpenTime } from '../../../domain/calendar/open-time.ts';
import { replay } from '../../../domain/ticket/replay.ts';
import type { TicketState } from '../../../domain/ticket/state.ts';
import { openTimeOfCalendar } from '../calendar-part.ts';
import { readInstant, writeInstant } from '../instant-text.ts';
import type { Operation } from '../operation.ts';
import type { TimelineAnswer } from './answer.ts';
import { dueTold, elapsedTold, pausesTold, stateTold } from './clocks-told.ts';
import { entriesOf } from './entries.ts';
import { LineConfig } from './line-config.ts';
import { decidedBy, eventIdOf, type Placed } from './line-events.ts';
import { notUnderstood } from './not-understood.ts';
import { timelineQuestion, type TimelineQuestion } from './question.ts';

type Times = { createdAt: Instant; untilAt: Instant; events: readonly Placed[] };

function instantOf(text: string, key: string): Result<Instant> {
  const reading = readInstant(text);
  if (!('at' in reading)) return failure('BAD_INSTANT', { key, why: reading.why });
  if (!contractInstant.safeParse(reading.at).success)
    return failure('BAD_INSTANT', { key, why: 'write one from 1900-01-01T00:00:00Z to 2200-01-01T00:00:00Z' });
  return success(reading.at);
}

function timesOf({ ticket, until, events }: TimelineQuestion): Result<Times> {
  const created = instantOf(ticket.created_at, 'ticket.created_at');
  if (!created.ok) return created;
  const before = (key: string): Failure => failure('BAD_INSTANT', { key, why: 'it lies before ticket.created_at' });
  const untilAt = instantOf(until, 'until');
  if (!untilAt.ok) return untilAt;
  if (untilAt.value < created.value) return before('until');
  const placed: Placed[] = [];
  for (const [n, event] of events.entries()) {
    const at = instantOf(event.at, `events.${n}.at`);
    if (!at.ok) return at;
    if (at.value < created.value) return before(`events.${n}.at`);
    placed.push({ at: at.value, event });
  }
  return success({ createdAt: created.value, untilAt: untilAt.value, events: placed });
}

function told(question: TimelineQuestion, { createdAt, untilAt, events }: Times, open: OpenTime): TimelineAnswer {
  const config = new LineConfig(question, open);
  const run = replay(decidedBy(question.ticket, createdAt, events, untilAt), untilAt, config);
  const { state } = run;
  if (state === null) throw new Error('a ticket was created and is not there');
  const due = (target: 'response' | 'next_response' | 'resolution'): string | null => {
    const at = dueTold(target, state, untilAt, open);
    return at === null ? null : writeInstant(at);
  };
  return {
    response_due: due('response'),
    next_response_due: due('next_response'),
    resolution_due: due('resolution'),
    response_state: stateTold('response', state),
    next_response_state: stateTold('next_response', state),
    resolution_state: stateTold('resolution', state),
    response_elapsed_s: elapsedTold('response', state, untilAt, config),
    resolution_elapsed_s: elapsedTold('resolution', state, untilAt, config),
    ...pausesTold(state, untilAt, open),
    timeline: entriesOf(run, question.rules),
    ...ignoredIn(state, events.length),
  };
}

/** Moves of status that the table of moves does not have: no desk would have made them, and they have no effect. */
function ignoredIn(state: TicketState, count: number): Pick<TimelineAnswer, 'ignored'> {
  if (state.overtaken.length === 0) return {};
  return { ignored: Array.from({ length: count }, (_, n) => n).filter((n) => state.overtaken.includes(eventIdOf(n))) };
}

/** A ticket's life under a policy and rules, reckoned by the rules that the desk itself runs on. */
export const timeline: Operation = {
  keys: Object.keys(timelineQuestion.shape),
  answer(question) {
    const open = openTimeOfCalendar(question['calendar']);
    if (!open.ok) return open;
    const parsed = timelineQuestion.safeParse(question);
    if (!parsed.success) return notUnderstood(parsed.error, question);
    const times = timesOf(parsed.data);
    return times.ok ? success(told(parsed.data, times.value, open.value)) : times;
  },
};
