import type { EscalationTrigger } from '../ticket/events.ts';
import type { TicketState } from '../ticket/state.ts';

function runOf(target: 'response' | 'resolution', state: TicketState): string | undefined {
  return state.breaches[target] === undefined ? undefined : state.runs[target];
}

/** Event that last set running the clock which a trigger speaks of; undefined while that has not come to pass. */
const clockOfTrigger: Readonly<Record<EscalationTrigger, (state: TicketState) => string | undefined>> = {
  resolution_breach: (state) => runOf('resolution', state),
  response_breach: (state) => runOf('response', state),
  reminder: () => undefined,
  creation: (state) => state.cycle.id,
  by_hand: (state) => state.cycle.id,
};

/** One escalation per ticket, clock and level: what the id of its event is made of as well. */
export function reachedKey(clockId: string, level: number): string {
  return `${clockId} ${level}`;
}

export function clockIdOfTrigger(trigger: EscalationTrigger, state: TicketState): string | undefined {
  return clockOfTrigger[trigger](state);
}
