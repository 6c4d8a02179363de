import type { Instant } from '../../../preload/contract/values.ts';
import type { OpenTime } from '../calendar/open-time.ts';
import type { Config } from '../config/config.ts';
import { openTimeOf } from '../sla/calendars.ts';
import { endedStops, instantWhenUsed, spanMs } from '../sla/running-time.ts';
import type { PinnedTerms } from '../ticket/events.ts';
import type { Explanation, TicketState } from '../ticket/state.ts';

/** Something that comes due for an explanation that is owed. */
export type ExplanationMoment = {
  kind: 'explanation_reminder' | 'explanation_escalation';
  at: Instant;
  dueAt: Instant;
  explanation: Explanation;
};

type Running = { terms: PinnedTerms; open: OpenTime; after: (ms: number) => Instant | null };

/** The time of an explanation while it is owed and has a due time; null otherwise. */
function running(explanation: Explanation, state: TicketState, config: Config): Running | null {
  const { terms, status, startedAt } = explanation;
  const open = terms === null || status !== 'owed' ? null : openTimeOf(terms.calendarVersionId, config);
  if (terms === null || open === null) return null;
  const stops = endedStops(state.stops);
  const after = (ms: number): Instant | null => {
    const span = spanMs(ms, 1);
    return span === null ? null : instantWhenUsed(span, startedAt, stops, open);
  };
  return { terms, open, after };
}

/** @returns when an explanation is due while it is owed and has a due time; null otherwise */
export function explanationDueAt(explanation: Explanation, state: TicketState, config: Config): Instant | null {
  const clock = running(explanation, state, config);
  return clock === null ? null : clock.after(clock.terms.responseMs);
}

/**
 * What is planned for a ticket's explanations: a reminder before each due time, then the way up the line of managers.
 * Asked of tickets that are neither sensitive nor ended.
 * Rule: product.md, Explanation requests.
 */
export function explanationMoments(state: TicketState, config: Config): readonly ExplanationMoment[] {
  return state.explanations.flatMap((explanation): ExplanationMoment[] => {
    const clock = running(explanation, state, config);
    const dueAt = clock?.after(clock.terms.responseMs) ?? null;
    if (clock === null || dueAt === null) return [];
    const { responseMs, reminderMsBefore, escalate, escalationMsOverdue, maxLevels } = clock.terms;
    const moments: ExplanationMoment[] = [];
    // A reminder in the very moment of asking says nothing new.
    const remindAt =
      reminderMsBefore === null || reminderMsBefore >= responseMs ? null : clock.after(responseMs - reminderMsBefore);
    if (!explanation.isReminded && remindAt !== null && remindAt < dueAt)
      moments.push({ kind: 'explanation_reminder', at: remindAt, dueAt, explanation });
    const climbsAt = clock.after(responseMs + escalationMsOverdue);
    if (escalate && !explanation.isAtEnd && explanation.level < maxLevels && climbsAt !== null)
      moments.push({ kind: 'explanation_escalation', at: climbsAt, dueAt, explanation });
    return moments;
  });
}

/** When a manager to whom an explanation climbs at `at` will be overdue in turn; null when it climbs no further. */
export function climbsAgainAt(explanation: Explanation, at: Instant, config: Config): Instant | null {
  const { terms, level } = explanation;
  if (terms === null || level + 1 >= terms.maxLevels) return null;
  const open = openTimeOf(terms.calendarVersionId, config);
  const span = spanMs(terms.responseMs + terms.escalationMsOverdue, 1);
  return open === null || span === null ? null : open.add(at, span);
}
