import type { Instant } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import type { Question } from '../messages/confirmation.ts';
import type { EngineEventId } from '../ticket/engine-ids.ts';
import type { EngineEvent, NewEvent } from '../ticket/events.ts';
import type { TicketState } from '../ticket/state.ts';

/** What became of the question whether a resolved ticket is done. */
export type QuestionOf = (state: TicketState) => Question;

/** What the engine acts with. `nowAt`: when it looks, kept beside the true instant of what it does. */
export type Engine = {
  nowAt: Instant;
  config: Config;
  engineId: EngineEventId;
  /** Left out where there is no outbox: then the contact was asked when the ticket was resolved. */
  questionOf?: QuestionOf | undefined;
};

/**
 * An event of the engine.
 * @param at  its true instant
 * @param detail  target, place in a list or level: with ticket, clock and kind what its id is made of
 */
export function engineEvent(
  state: TicketState,
  at: Instant,
  detail: string | number,
  event: Exclude<EngineEvent, { kind: 'policy_matched' }>,
  { engineId }: Engine,
): NewEvent {
  const id = engineId(state.id, event.body.clockId, event.kind, detail);
  return { id, ticketId: state.id, occurredAt: at, actorId: null, ...event };
}
