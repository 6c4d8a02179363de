import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { UnjoinedMessage } from '../../../preload/contract/messages.ts';
import { onChanges } from '../../client/change-feed.ts';
import { useNames, useServices } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { formatCount, formatInstant } from '../../i18n/format.ts';
import { ChannelMark } from '../../ui/messages/channel-mark.tsx';
import type { OutboxStore, OutboxWish } from './outbox-store.ts';

const newest = 100;

function useUnjoined({ organizationId, channel }: OutboxWish): readonly UnjoinedMessage[] {
  const { client, timers } = useServices();
  const [messages, setMessages] = useState<readonly UnjoinedMessage[]>([]);
  useEffect(() => {
    let latest = 0;
    async function look(): Promise<void> {
      const mine = ++latest;
      const answer = await client.request('outbox.unjoined', {
        ...(organizationId === null ? {} : { organizationId }),
        ...(channel === null ? {} : { channel }),
        limit: newest,
      });
      // What fails here fails for the list above it, which says so.
      if (mine === latest && answer.ok) setMessages(answer.value);
    }
    void look();
    const stopped = onChanges(client, timers, () => void look());
    // What belongs to no ticket changes nothing that the feed names.
    const stoppedTime = client.on('clock.now', () => void look());
    return () => {
      latest = -1;
      stopped();
      stoppedTime();
    };
  }, [client, timers, organizationId, channel]);
  return messages;
}

function Unjoined({ message }: { message: UnjoinedMessage }) {
  const t = useText();
  const names = useNames();
  const { channel, address, at, text, organizationId } = message;
  return (
    <li className="wk-message">
      <div className="wk-outbox-place">
        <ChannelMark channel={channel} />
        <bdi dir="ltr">{address}</bdi>
        <time className="wk-message-faint" dateTime={new Date(at).toISOString()}>
          {formatInstant(at)}
        </time>
        <bdi className="wk-message-faint">{names.organizations.get(organizationId)?.name ?? ''}</bdi>
      </div>
      {text === '' ? (
        <span className="wk-message-faint">{t('message.outbox.unjoined.unread')}</span>
      ) : (
        <p dir="auto" className="wk-outbox-words">
          {text}
        </p>
      )}
    </li>
  );
}

/** What contacts wrote and no ticket was found for: closed until somebody opens it, and not there while there is none. */
export function UnjoinedPart({ outbox }: { outbox: OutboxStore }) {
  const t = useText();
  const { wish } = useStore(outbox);
  const messages = useUnjoined(wish);
  if (messages.length === 0) return null;
  return (
    <details className="wk-outbox-unjoined">
      <summary>{t('message.outbox.unjoined.title', { number: formatCount(messages.length) })}</summary>
      <p className="wk-message-faint">{t('message.outbox.unjoined.hint')}</p>
      <ul className="wk-messages" aria-label={t('message.outbox.unjoined.list')}>
        {messages.map((message) => (
          <Unjoined key={message.id} message={message} />
        ))}
      </ul>
    </details>
  );
}
