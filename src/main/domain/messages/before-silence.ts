import type { Instant } from '../../../preload/contract/values.ts';
import type { Config } from '../config/config.ts';
import { voidedIds } from '../ticket/event-order.ts';
import type { TicketEvent } from '../ticket/events.ts';
import { foldTicket } from '../ticket/fold.ts';
import type { TicketState } from '../ticket/state.ts';

/** `silence`: the closing by silence that has to be taken back for the ticket to stand so; null where there is none. */
export type Heard = { state: TicketState | null; silence: TicketEvent | null };

/**
 * A ticket as whoever wrote at an instant meant it. What was written before silence closed it, and is read after that, was
 * no silence: the ticket is as it would be had it been read in time.
 * @param log  all its events
 * @param writtenAt  epoch ms
 */
export function beforeSilence(log: readonly TicketEvent[], config: Config, writtenAt: Instant): Heard {
  const state = foldTicket(log, config);
  if (state?.status !== 'closed' || state.sensitive || writtenAt >= (state.closedAt ?? -Infinity)) {
    return { state, silence: null };
  }
  const gone = new Set([...voidedIds(log), ...state.overtaken]);
  const silence = log.find(
    ({ id, kind, body, occurredAt }) =>
      kind === 'status_changed' && body.why === 'silence' && occurredAt === state.closedAt && !gone.has(id),
  );
  if (silence === undefined) return { state, silence: null };
  const before = foldTicket(
    log.filter((event) => event !== silence),
    config,
  );
  // Somebody said since that it is closed: their word stands.
  return before?.status === 'resolved' ? { state: before, silence } : { state, silence: null };
}
