import type { Instant } from '../../../preload/contract/values.ts';
import { escalation, type DueRule } from '../escalation/escalate-due.ts';
import type { NewEvent } from '../ticket/events.ts';
import type { TicketState } from '../ticket/state.ts';
import { counted } from './count.ts';
import type { Engine } from './engine.ts';
import type { Counted, Plan } from './planner.ts';

const nothing: readonly NewEvent[] = [];

/**
 * What the engine owes a ticket next. Fold these in and ask again until nothing is owed.
 * @param planned  the plan of `state`
 * @param isDue  whether an instant has come
 * @param isKnown  whether the ticket's log has an event of that id: it was written once and cannot be again, with effect or not
 * @returns all that is counted (breaches, warnings, reminders), in order; when there is none, what the rules due together
 * come to; else nothing
 * Rule: product.md, SLA 11: worked off in order with true times; of levels due together only the highest acts.
 */
export function owed(
  state: TicketState,
  { moments, awaiting }: Plan,
  isDue: (at: Instant) => boolean,
  isKnown: (id: string) => boolean,
  engine: Engine,
): readonly NewEvent[] {
  const clocks: Counted[] = [];
  const rules: DueRule[] = [];
  for (const moment of moments) {
    if (!isDue(moment.at)) break;
    if (moment.kind === 'rule') rules.push(moment);
    else clocks.push(moment);
  }
  const unknown = ({ id }: NewEvent): boolean => !isKnown(id);
  const events = clocks.length === 0 ? nothing : counted(state, clocks, isDue, engine).filter(unknown);
  if (events.length > 0) return events;
  if (rules.length === 0 && awaiting.length === 0) return nothing;
  return escalation(state, rules, awaiting, isDue, engine).filter(unknown);
}
