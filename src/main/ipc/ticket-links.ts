import type { Clock } from '../ports/clock.ts';
import type { SendToWindow } from './desk-feed.ts';
import type { Session } from './session.ts';

export type TicketLinks = {
  /** A link was opened; before sign-in it waits. */
  open(number: string | null): void;
  /** Somebody signed in: what waited is shown to them. */
  signedIn(): void;
};

/** Opens `watchkeeper://ticket/NUMBER`. A number that is not there and one that the user may not see are told alike. */
export function createTicketLinks(session: Session, send: SendToWindow, clock: Clock): TicketLinks {
  let waiting: string | null = null;
  const show = async (number: string): Promise<void> => {
    const viewerId = session.user()?.id;
    const store = session.store();
    if (viewerId === undefined || store === null) {
      waiting = number;
      return;
    }
    const found = await store.query('find-ticket', { number }, { viewerId, nowAt: clock.now() });
    if (found.ok) send('ticket.show', { ticketId: found.value.ticketId });
    else send('ticket.unknown', {});
  };
  return {
    open(number) {
      if (number !== null) void show(number);
    },
    signedIn() {
      const number = waiting;
      waiting = null;
      if (number !== null) void show(number);
    },
  };
}
