import type { Instant } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { engineEventId } from '../ticket/engine-ids.ts';
import type { NewEvent, TicketEvent } from '../ticket/events.ts';
import { nextLogAt } from '../ticket/log-clock.ts';
import type { TicketState } from '../ticket/state.ts';
import { TicketRun } from '../ticket/ticket-run.ts';

/** Far more looks than warnings, reminders, breaches and levels of one ticket need. */
const MOST_LOOKS = 200;

export type Forecast = {
  /** What the engine will do, each with the ticket as it will stand after it. */
  happened: readonly { event: TicketEvent; state: TicketState }[];
  /** The ticket when nothing is planned any more. */
  end: TicketState;
};

/**
 * What the engine will do to a ticket if nobody does anything and the configuration stays: the engine itself, run ahead on
 * a copy, so that what is foretold cannot differ from what comes.
 * @param log  of a ticket that is there
 * @param nowAt  it looks first now: what is due and was not worked off comes at once
 */
export function forecast(log: readonly TicketEvent[], state: TicketState, config: Config, nowAt: Instant): Forecast {
  let lastAt = log.reduce((latest, { at }) => Math.max(latest, at), 0);
  const stamp = (event: NewEvent): TicketEvent => {
    lastAt = nextLogAt(lastAt, nowAt);
    return { ...event, at: lastAt, deskId: '', v: 1 };
  };
  const run = new TicketRun(log, { config, stamp, engineId: engineEventId });
  let lookAt: Instant | null = nowAt;
  for (let looks = 0; lookAt !== null && looks < MOST_LOOKS; looks += 1) {
    const at: Instant = lookAt;
    run.workOff((dueAt) => dueAt <= at, at);
    lookAt = run.next(at).nextAt;
  }
  return { happened: run.happened, end: run.state ?? state };
}
