import { useEffect, useState } from 'react';
import type { MessageView } from '../../../../preload/contract/messages.ts';
import type { Channel } from '../../../../preload/contract/values.ts';
import { useServices } from '../../../client/services.tsx';
import { toneOf } from '../../../ui/messages/message-words.ts';

/** Nobody is told of a message without a ticket: it is looked at again. ms */
const lookAgainMs = 800;
/** The newest of a channel: whoever sends a test does not send twenty. */
const newest = 20;

/** A message on its way, until there is nothing more to wait for. @returns null until it was seen */
export function useFollowed(organizationId: string, channel: Channel, messageId: string | null): MessageView | null {
  const { client, timers } = useServices();
  const [message, setMessage] = useState<MessageView | null>(null);
  useEffect(() => {
    if (messageId === null) return;
    let current = true;
    let handle: number | null = null;
    async function look(): Promise<void> {
      const answer = await client.request('outbox.page', { view: 'all', organizationId, channel, limit: newest });
      if (!current) return;
      const found = answer.ok ? answer.value.items.find(({ id }) => id === messageId) : undefined;
      if (found !== undefined) setMessage(found);
      // What was taken by the provider may still be reported as delivered.
      const isOver = found !== undefined && toneOf[found.state] !== 'waiting' && found.nextAt === null;
      if (!isOver) handle = timers.set(() => void look(), lookAgainMs);
    }
    void look();
    return () => {
      current = false;
      if (handle !== null) timers.clear(handle);
    };
  }, [client, timers, organizationId, channel, messageId]);
  return message?.id === messageId ? message : null;
}
