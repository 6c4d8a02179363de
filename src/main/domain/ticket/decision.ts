import type { ErrorCode, Failure, Result } from '../../../preload/contract/result.ts';
import { failure, success } from '../../../preload/contract/result.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import { may, type Subject } from '../access/access.ts';
import type { Operation } from '../access/operations.ts';
import type { Config, User } from '../config/config.ts';
import type { EngineEvent, HumanEvent, NewEvent, TicketEvent } from './events.ts';
import type { TicketState } from './state.ts';

/** All that a decision may read; nothing else, so that it can be made again and come out the same. */
export type DecisionContext = {
  nowAt: Instant;
  actor: User;
  config: Config;
  newId: () => string;
  /** Another ticket as it stands; null for one that this desk has not. */
  otherTicket: (ticketId: string) => TicketState | null;
};

/** A decision about a ticket that exists. */
export type Decision<Input> = (
  ticket: { state: TicketState; log: readonly TicketEvent[] },
  input: Input,
  context: DecisionContext,
) => Result<readonly NewEvent[]>;

/** What a person does; an escalation by hand is the one engine event that a person can bring about. */
type Act = HumanEvent | Extract<EngineEvent, { kind: 'escalated' }>;

export function by(context: DecisionContext, ticketId: string, event: Act): NewEvent {
  return { id: context.newId(), ticketId, occurredAt: context.nowAt, actorId: context.actor.id, ...event };
}

export function decided(context: DecisionContext, state: TicketState, ...events: Act[]): Result<readonly NewEvent[]> {
  return success(events.map((event) => by(context, state.id, event)));
}

/**
 * @returns null when the actor may; a ticket that the actor may not even see reads the same as one that is not there
 */
export function refusal(operation: Operation, subject: Subject, context: DecisionContext): Failure | null {
  const { actor, config } = context;
  if (may(actor, operation, subject, config)) return null;
  const code: ErrorCode = may(actor, 'view_ticket', subject, config) ? 'ACCESS_DENIED' : 'NOT_FOUND';
  return failure(code);
}
