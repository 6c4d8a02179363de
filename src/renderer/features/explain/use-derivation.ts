import { useCallback, useEffect, useRef, useState } from 'react';
import type { Derivation } from '../../../preload/contract/explain.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import { onChanges } from '../../client/change-feed.ts';
import { useServices } from '../../client/services.tsx';

/** `gone`: it is not there, or it may not be seen any more; both read the same. */
export type Asked =
  | { stage: 'loading' }
  | { stage: 'gone' }
  | { stage: 'failed'; failure: Failure }
  | { stage: 'told'; derivation: Derivation };

/** Why a ticket stands as it does, told again when the ticket or the configuration changes. */
export function useDerivation(ticketId: string): { asked: Asked; reload: () => void } {
  const { client, timers } = useServices();
  const [asked, setAsked] = useState<Asked>({ stage: 'loading' });
  const latest = useRef(0);

  const reload = useCallback(() => {
    const mine = ++latest.current;
    void client.request('ticket.explain', { ticketId }).then((answer) => {
      if (mine !== latest.current) return;
      if (answer.ok) setAsked({ stage: 'told', derivation: answer.value });
      else if (answer.code === 'NOT_FOUND' || answer.code === 'ACCESS_DENIED') setAsked({ stage: 'gone' });
      // What is on screen stays there when asking again fails.
      else setAsked((before) => (before.stage === 'told' ? before : { stage: 'failed', failure: answer }));
    });
  }, [client, ticketId]);

  useEffect(() => {
    reload();
    return onChanges(client, timers, ({ ticketIds, directory }) => {
      if (directory || ticketIds === null || ticketIds.has(ticketId)) reload();
    });
  }, [client, timers, ticketId, reload]);

  return { asked, reload };
}

/** @returns whether the texts of this part are there, which come when it is first opened */
export function useTexts(): boolean {
  const { loadTexts } = useServices();
  const [areThere, setAreThere] = useState(false);
  useEffect(() => {
    let current = true;
    void loadTexts('explain').then(() => current && setAreThere(true));
    return () => {
      current = false;
    };
  }, [loadTexts]);
  return areThere;
}
