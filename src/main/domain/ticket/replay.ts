import type { Instant } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import type { NewEvent, TicketEvent } from './events.ts';
import { TicketRun } from './ticket-run.ts';

/** Events that are thrown away need ids that differ, and nothing more. */
function plainId(_ticketId: string, clockId: string, kind: string, detail: string | number): string {
  return `${clockId} ${kind} ${detail}`;
}

/**
 * A ticket's life as a desk would have lived it that was awake at every instant: nothing is caught up on, so only levels
 * that are due in the very same instant overtake each other.
 * @param decided  what people did, `ticket_created` first, in the order of `occurredAt`
 * @param untilAt  epoch ms, inclusive; nothing of `decided` lies later
 * @returns the run at its end, with everything that happened, people's events and the engine's, in the order in which they act
 */
export function replay(decided: readonly NewEvent[], untilAt: Instant, config: Config): TicketRun {
  let place = 0;
  const stamp = (event: NewEvent): TicketEvent => ({ ...event, at: (place += 1), deskId: '', v: 1 });
  const run = new TicketRun([], { config, stamp, engineId: plainId });
  let nowAt: Instant = -Infinity;

  for (const event of decided) {
    run.live(nowAt, event.occurredAt);
    nowAt = event.occurredAt;
    run.add(event);
  }
  run.live(nowAt, untilAt + 1);
  return run;
}
