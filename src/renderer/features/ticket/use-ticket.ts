import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../../../preload/contract/result.ts';
import type { TicketChanged, TicketView } from '../../../preload/contract/tickets.ts';
import { onChanges } from '../../client/change-feed.ts';
import type { Said } from '../../client/message-store.ts';
import { useServices } from '../../client/services.tsx';

/** `gone`: it is not there, or it may not be seen any more; both read the same. */
export type TicketState =
  | { stage: 'loading' }
  | { stage: 'gone' }
  | { stage: 'failed'; failure: Failure }
  | { stage: 'shown'; ticket: TicketView };

export type TicketAccess = {
  state: TicketState;
  reload: () => Promise<TicketView | null>;
  /** Shows what was done with its way back, and the ticket as it is then. @returns what failed, null when it is done */
  act: (request: Promise<Result<TicketChanged>>, said: Said) => Promise<Failure | null>;
  /** The newest version that this window itself made: the writer of a reply has seen it. */
  ownVersion: number;
};

export function useTicket(ticketId: string): TicketAccess {
  const { client, timers, messages } = useServices();
  const [state, setState] = useState<TicketState>({ stage: 'loading' });
  const [ownVersion, setOwnVersion] = useState(0);
  const latest = useRef(0);

  const reload = useCallback(async () => {
    const mine = ++latest.current;
    const answer = await client.request('ticket.get', { ticketId });
    if (mine !== latest.current) return null;
    if (answer.ok) setState({ stage: 'shown', ticket: answer.value });
    else if (answer.code === 'NOT_FOUND' || answer.code === 'ACCESS_DENIED') setState({ stage: 'gone' });
    // A ticket that is on screen stays there when reading it again fails.
    else setState((before) => (before.stage === 'shown' ? before : { stage: 'failed', failure: answer }));
    return answer.ok ? answer.value : null;
  }, [client, ticketId]);

  useEffect(() => {
    void reload();
    return onChanges(client, timers, ({ ticketIds }) => {
      if (ticketIds === null || ticketIds.has(ticketId)) void reload();
    });
  }, [client, timers, ticketId, reload]);

  const act = useCallback(
    async (request: Promise<Result<TicketChanged>>, said: Said) => {
      const answer = await request;
      if (!answer.ok) return answer;
      setOwnVersion(answer.value.version);
      messages.done(said, [answer.value.eventId]);
      await reload();
      return null;
    },
    [messages, reload],
  );

  return { state, reload, act, ownVersion };
}
