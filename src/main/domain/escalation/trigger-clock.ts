import type { EscalationTrigger } from '../ticket/events.ts';
import type { Telling, TicketState } from '../ticket/state.ts';

function runOf(target: 'response' | 'resolution', state: TicketState): string | undefined {
  return state.breaches[target] === undefined ? undefined : state.runs[target];
}

/** The reminder that a rule's hours count from: the earliest of the cycle that went to somebody. */
export function firstReminderSent(state: TicketState): Telling | undefined {
  let first: Telling | undefined;
  for (const reminder of state.reminders) {
    if (reminder.outcome === 'sent' && (first === undefined || reminder.at < first.at)) first = reminder;
  }
  return first;
}

/** Event that last set running the clock which a trigger speaks of; undefined while that has not come to pass. */
const clockOfTrigger: Readonly<Record<EscalationTrigger, (state: TicketState) => string | undefined>> = {
  resolution_breach: (state) => runOf('resolution', state),
  response_breach: (state) => runOf('response', state),
  reminder: (state) => firstReminderSent(state)?.eventId,
  creation: (state) => state.cycle.id,
  by_hand: (state) => state.cycle.id,
};

/** One escalation per ticket, clock and level: what the id of its event is made of as well. */
export function reachedKey(clockId: string, level: number): string {
  return `${clockId} ${level}`;
}

/** @returns undefined too for a trigger of a later release */
export function clockIdOfTrigger(trigger: EscalationTrigger, state: TicketState): string | undefined {
  const clockOf = clockOfTrigger[trigger] as ((state: TicketState) => string | undefined) | undefined;
  return clockOf?.(state);
}
