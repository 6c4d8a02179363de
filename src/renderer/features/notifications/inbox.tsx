import { Button } from '@fluentui/react-components';
import { AlertUrgentRegular } from '@fluentui/react-icons/svg/alert-urgent';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { CommentRegular } from '@fluentui/react-icons/svg/comment';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { PersonArrowRightRegular } from '@fluentui/react-icons/svg/person-arrow-right';
import { useCallback, useEffect, useState, type ComponentType } from 'react';
import type { NotificationItem } from '../../../preload/contract/people.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import { useServices } from '../../client/services.tsx';
import { formatInstant, unbroken } from '../../i18n/format.ts';
import { useText } from '../../client/use-text.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Empty, Problem } from '../../ui/states.tsx';
import './inbox.css';

const icons: Record<NotificationItem['kind'], ComponentType> = {
  assignment: PersonArrowRightRegular,
  warning: ClockRegular,
  reminder: ClockRegular,
  breach: AlertUrgentRegular,
  escalation: ArrowUpRegular,
  escalation_former: ArrowUpRegular,
  sensitive_marked: LockClosedRegular,
  explanation_asked: CommentRegular,
  explanation_reminder: CommentRegular,
  explanation_escalated: CommentRegular,
  explanation_at_end: CommentRegular,
  explanation_answered: CommentRegular,
  explanation_sent_back: CommentRegular,
};

type Props = { onClose: () => void; onOpenTicket: (ticketId: string) => void };

/** What the desk told this person, newest first. Opening one reads it. */
export function Inbox({ onClose, onOpenTicket }: Props) {
  const t = useText();
  const { client, commands } = useServices();
  const [items, setItems] = useState<readonly NotificationItem[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const read = useCallback(async () => {
    const answer = await client.request('notifications.list', {});
    setFailure(answer.ok ? null : answer);
    if (answer.ok) setItems(answer.value.items);
  }, [client]);
  useEffect(() => {
    void read();
    return client.on('notifications.changed', () => void read());
  }, [client, read]);

  async function markRead(seen: readonly NotificationItem[]): Promise<void> {
    const lines = seen.slice(0, 500).map(({ id, ticketId }) => ({ id, ticketId }));
    const answer = await client.request('notifications.markRead', { lines });
    if (!answer.ok) setFailure(answer);
    else await read();
  }
  const unread = (items ?? []).filter((item) => item.readAt === null);

  return (
    <SideDrawer title={t('notifications.title')} onClose={onClose}>
      {failure === null ? null : <Problem failure={failure} onRetry={() => void read()} />}
      {items === null && failure === null ? <Skeleton /> : null}
      {items?.length === 0 ? <Empty reason={t('notifications.empty')} /> : null}
      <div className="wk-inbox-actions">
        {unread.length === 0 ? null : (
          <Button size="small" onClick={() => void markRead(unread)}>
            {t('notifications.markAll')}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={() => commands.run('reader_settings')}>
          {t('notifications.settings')}
        </Button>
      </div>
      <ul className="wk-inbox-list">
        {(items ?? []).map((item) => {
          const Icon = icons[item.kind];
          return (
            <li key={item.id}>
              <button
                type="button"
                className={`wk-inbox-item${item.readAt === null ? ' wk-inbox-unread' : ''}`}
                onClick={() => {
                  void markRead([item]);
                  onClose();
                  onOpenTicket(item.ticketId);
                }}
              >
                <span className="wk-inbox-icon">
                  <Icon aria-hidden />
                </span>
                <span>
                  {t(`notifications.kind.${item.kind}`, {
                    number: unbroken(item.number),
                    level: item.level ?? '',
                  })}
                  {item.readAt === null ? <span className="wk-unseen"> {t('notifications.unread')}</span> : null}
                  <time className="wk-inbox-time" dateTime={new Date(item.createdAt).toISOString()}>
                    {formatInstant(item.createdAt)}
                  </time>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </SideDrawer>
  );
}
