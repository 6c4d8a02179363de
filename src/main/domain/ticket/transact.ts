import type { Instant } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { isOldNews, noticesOf, type Notice } from '../messages/notices.ts';
import type { QuestionOf } from '../sla/engine.ts';
import { engineEventId } from './engine-ids.ts';
import type { NewEvent, TicketEvent } from './events.ts';
import type { TicketState } from './state.ts';
import { isEnded } from './status-moves.ts';
import { TicketRun, type Stamp } from './ticket-run.ts';

/** One ticket's step: what is appended, and what the rows become. */
export type Transaction = {
  /** Null when the ticket's creation was undone: its row goes, its events stay. */
  state: TicketState | null;
  added: readonly TicketEvent[];
  nextAt: Instant | null;
  awaitingTarget: boolean;
  notices: readonly Notice[];
  /** Each added event with the ticket as it stood before it and after it: what messages are decided from. */
  happened: TicketRun['happened'];
};

type TransactContext = {
  nowAt: Instant;
  config: Config;
  stamp: Stamp;
  /** The clock is not trusted: what people do is recorded, and nothing is worked off by it. */
  isHeld?: boolean;
  /** The past that `decided` tells was lived by a desk that never slept: it noticed everything at its instant. */
  wasAwake?: boolean;
  /** See `Engine`. */
  questionOf?: QuestionOf;
};

/** Of a past that is told as a whole only what is news today; what people were told then they have read. */
function stillNews(happened: TicketRun['happened'], nowAt: Instant): TicketRun['happened'] {
  const last = happened.at(-1)?.state;
  const standingAt = last === undefined || isEnded(last.status) ? null : last.escalation.at;
  return happened.filter(({ event: { kind, occurredAt } }) =>
    kind === 'escalated' ? occurredAt === standingAt : !isOldNews(occurredAt, nowAt),
  );
}

/**
 * Everything that follows from what a person decided, or from the time that it is now.
 * Each decided event first finds worked off what fell due before it happened: within one instant people come first.
 * @param log  the ticket's events so far, in any order; empty for a new ticket
 * @param decided  in the order of `occurredAt`; empty to work off what is due
 * @param context.nowAt  epoch ms
 * Rule: product.md, SLA 11.
 */
export function transact(
  log: readonly TicketEvent[],
  decided: readonly NewEvent[],
  { nowAt, config, stamp, isHeld = false, wasAwake = false, questionOf }: TransactContext,
): Transaction {
  const run = new TicketRun(log, { config, stamp, engineId: engineEventId, questionOf });
  let lookAt = -Infinity;
  for (const event of decided) {
    if (wasAwake) run.live(lookAt, event.occurredAt);
    else if (!isHeld) run.workOff((at) => at < event.occurredAt, nowAt);
    lookAt = event.occurredAt;
    run.add(event);
  }
  if (wasAwake) run.live(lookAt, nowAt + 1);
  else if (!isHeld) run.workOff((at) => at <= nowAt, nowAt);
  const next = run.next(isHeld ? -Infinity : nowAt);
  const { state, added, happened } = run;
  return {
    state,
    added,
    happened,
    ...next,
    notices: noticesOf(wasAwake ? stillNews(happened, nowAt) : happened, config),
  };
}
