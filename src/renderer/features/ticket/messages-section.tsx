import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MessageView } from '../../../preload/contract/messages.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import type { TicketView } from '../../../preload/contract/tickets.ts';
import { onChanges } from '../../client/change-feed.ts';
import { useServices } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { useTextPart } from '../../client/use-text-part.ts';
import { MessageCard } from '../../ui/messages/message-card.tsx';
import { Problem } from '../../ui/states.tsx';
import { Section } from './section.tsx';

/** More than these push the facts out of sight. */
const shownAtFirst = 3;

type Read = { messages: readonly MessageView[] | null; failure: Failure | null; reload: () => void };

function useMessages(ticketId: string): Read {
  const { client, timers } = useServices();
  const [messages, setMessages] = useState<readonly MessageView[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const latest = useRef(0);
  const reload = useCallback(() => {
    const mine = ++latest.current;
    void client.request('messages.ofTicket', { ticketId }).then((answer) => {
      if (mine !== latest.current) return;
      setFailure(answer.ok ? null : answer);
      // What is on screen stays there when reading it again fails.
      if (answer.ok) setMessages(answer.value);
    });
  }, [client, ticketId]);
  useEffect(() => {
    reload();
    return onChanges(client, timers, ({ ticketIds }) => {
      if (ticketIds === null || ticketIds.has(ticketId)) reload();
    });
  }, [client, timers, ticketId, reload]);
  return { messages, failure, reload };
}

/** What people outside the desk were written of this ticket, newest first, and how far each of it came. */
export function MessagesSection({ ticket }: { ticket: TicketView }) {
  const t = useText();
  const hasTexts = useTextPart('message');
  const { messages, failure, reload } = useMessages(ticket.id);
  const [showsAll, setShowsAll] = useState(false);
  if (!hasTexts) return null;
  const newestFirst = (messages ?? []).toReversed();
  const shown = showsAll ? newestFirst : newestFirst.slice(0, shownAtFirst);
  return (
    <Section title={t('message.title')}>
      {failure === null ? null : <Problem failure={failure} onRetry={reload} />}
      {ticket.sensitive ? <p className="wk-plain wk-faint">{t('message.noneSensitive')}</p> : null}
      {messages?.length === 0 && !ticket.sensitive ? (
        <p className="wk-plain wk-faint">{t('message.none')}</p>
      ) : (
        <ul className="wk-messages">
          {shown.map((message) => (
            <MessageCard key={message.id} message={message} onDone={reload} />
          ))}
        </ul>
      )}
      {shown.length === newestFirst.length ? null : (
        <Button size="small" appearance="subtle" className="wk-messages-all" onClick={() => setShowsAll(true)}>
          {t('message.showAll', { count: newestFirst.length })}
        </Button>
      )}
    </Section>
  );
}
