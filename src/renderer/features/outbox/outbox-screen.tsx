import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { MessageView } from '../../../preload/contract/messages.ts';
import { onChanges } from '../../client/change-feed.ts';
import { useNames, useServices } from '../../client/services.tsx';
import { useCommand } from '../../client/use-command.ts';
import { useText } from '../../client/use-text.ts';
import { useTextPart } from '../../client/use-text-part.ts';
import { leftToRight } from '../../i18n/format.ts';
import { MessageCard } from '../../ui/messages/message-card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Empty, Problem } from '../../ui/states.tsx';
import { OutboxBar } from './outbox-bar.tsx';
import { createOutboxStore, outboxKey, type OutboxStore } from './outbox-store.ts';
import { UnjoinedPart } from './unjoined-part.tsx';
import './outbox.css';

function useOutbox(): OutboxStore {
  const { client, timers, kept } = useServices();
  const [outbox] = useState(() => kept.of(outboxKey, () => createOutboxStore(client)));
  useEffect(() => {
    void outbox.reload();
    const stopped = onChanges(client, timers, () => void outbox.reload());
    // A message of no ticket changes nothing that the feed names.
    const stoppedTime = client.on('clock.now', () => void outbox.reload());
    return () => {
      stopped();
      stoppedTime();
    };
  }, [client, timers, outbox]);
  return outbox;
}

/** Where a message belongs: its organization, and the ticket that it is of. */
function Place({ message, onOpen }: { message: MessageView; onOpen: (ticketId: string) => void }) {
  const t = useText();
  const names = useNames();
  const { ticketId, number, organizationId } = message;
  return (
    <span className="wk-outbox-place">
      {ticketId === null ? (
        <span className="wk-message-faint">{t('message.outbox.noTicket')}</span>
      ) : (
        <Button
          size="small"
          appearance="transparent"
          className="wk-outbox-number"
          aria-label={t('message.outbox.openTicket', { number: leftToRight(number) })}
          onClick={() => onOpen(ticketId)}
        >
          <bdi dir="ltr">{number}</bdi>
        </Button>
      )}
      <bdi className="wk-message-faint">{names.organizations.get(organizationId)?.name ?? ''}</bdi>
    </span>
  );
}

/** Everything that leaves the desk: what waits, what is in trouble and why, what was sent. */
export function OutboxScreen({ onOpen }: { onOpen: (ticketId: string) => void }) {
  const t = useText();
  const hasTexts = useTextPart('message');
  const outbox = useOutbox();
  const { wish, items, next, stage, failure } = useStore(outbox);
  const list = useRef<HTMLUListElement>(null);

  /** The keys of every list: from one message to the next, Enter opens it, its buttons follow by Tab. */
  function step(by: 1 | -1): void {
    const heads = [...(list.current?.querySelectorAll<HTMLElement>('summary') ?? [])];
    const here = heads.findIndex((head) => head.closest('li')?.contains(document.activeElement));
    heads[here === -1 ? 0 : Math.min(heads.length - 1, Math.max(0, here + by))]?.focus();
  }
  useCommand('next', () => step(1));
  useCommand('previous', () => step(-1));
  useCommand('refresh', () => void outbox.reload());

  if (!hasTexts) return <Skeleton />;
  const isNarrowed = wish.organizationId !== null || wish.channel !== null;
  const isPlain = wish.view === 'all' && !isNarrowed;
  const showAll = () => void outbox.wishFor({ view: 'all', organizationId: null, channel: null });
  return (
    <section className="wk-outbox" aria-labelledby="wk-outbox-title">
      <h1 id="wk-outbox-title" className="wk-unseen">
        {t('message.outbox.title')}
      </h1>
      <OutboxBar outbox={outbox} />
      <div className="wk-outbox-body">
        {failure === null ? null : <Problem failure={failure} onRetry={() => void outbox.reload()} />}
        {stage === 'loading' ? <Skeleton lines={10} /> : null}
        {stage === 'ready' && failure === null && items.length === 0 ? (
          <Empty
            reason={t(`message.outbox.empty.${isNarrowed ? 'filtered' : wish.view}`)}
            action={isPlain ? null : <Button onClick={showAll}>{t('message.outbox.showAll')}</Button>}
          />
        ) : null}
        <UnjoinedPart outbox={outbox} />
        <ul ref={list} className="wk-messages wk-outbox-list" aria-label={t('message.outbox.list')}>
          {items.map((message) => (
            <MessageCard
              key={message.id}
              message={message}
              onDone={() => void outbox.reload()}
              place={<Place message={message} onOpen={onOpen} />}
            />
          ))}
        </ul>
        {next === null ? null : (
          <Button size="small" onClick={() => void outbox.more()}>
            {t('message.outbox.more')}
          </Button>
        )}
      </div>
    </section>
  );
}
