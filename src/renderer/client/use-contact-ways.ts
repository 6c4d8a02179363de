import { useCallback, useEffect, useRef, useState } from 'react';
import type { ContactWay } from '../../preload/contract/messages.ts';
import type { Channel } from '../../preload/contract/values.ts';
import { onChanges } from './change-feed.ts';
import { useServices } from './services.tsx';

/** Typing that rests this long is looked up. */
const restMs = 300;

/** `ways`: null until it is known. */
export type ContactAccess = { ways: readonly ContactWay[] | null; reload: () => void };

type Contact = { phone: string; email: string; channels?: readonly Channel[] | undefined };

/**
 * How a contact can be reached now, asked again when any of it changes.
 * @param organizationId  undefined: it is not known yet whose contact this is
 * @param ticketId  whose contact it is; what becomes of its messages may tell something of the addresses
 */
export function useContactWays(
  organizationId: string | undefined,
  { phone, email, channels }: Contact,
  ticketId: string | null = null,
): ContactAccess {
  const { client, timers } = useServices();
  const [ways, setWays] = useState<readonly ContactWay[] | null>(null);
  const latest = useRef(0);
  const agreed = channels?.join(' ');

  const reload = useCallback(() => {
    const mine = ++latest.current;
    if (organizationId === undefined) return;
    const own = agreed === undefined ? {} : { channels: agreed.split(' ').filter(Boolean) as Channel[] };
    void client.request('contact.ways', { organizationId, phone, email, ...own }).then((answer) => {
      if (mine === latest.current && answer.ok) setWays(answer.value);
    });
  }, [client, organizationId, phone, email, agreed]);

  const isKnown = useRef(false);
  useEffect(() => {
    isKnown.current = ways !== null;
  }, [ways]);
  useEffect(() => {
    // The contact of a ticket that opens is told at once; one that is being typed is asked for when the typing rests.
    const handle = timers.set(reload, isKnown.current ? restMs : 0);
    return () => timers.clear(handle);
  }, [timers, reload]);
  useEffect(() => {
    if (ticketId === null) return undefined;
    return onChanges(client, timers, ({ ticketIds, directory }) => {
      if (directory || ticketIds === null || ticketIds.has(ticketId)) reload();
    });
  }, [client, timers, ticketId, reload]);
  return { ways, reload };
}
