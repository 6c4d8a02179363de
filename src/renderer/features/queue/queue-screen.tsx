import { Button, Select } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useBinding } from '../../client/use-bindings.ts';
import { useDesk } from '../../client/services.tsx';
import { useCommand } from '../../client/use-command.ts';
import { useText } from '../../client/use-text.ts';
import { Keycaps } from '../../ui/keycaps.tsx';
import { OrganizationChoice, ViewTabs } from '../../ui/list-bar.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Empty, Problem } from '../../ui/states.tsx';
import { viewList } from '../../ui/value-lists.ts';
import { BulkBar } from './bulk-bar.tsx';
import { QueueActions } from './queue-actions.tsx';
import { QueueGrid } from './queue-grid.tsx';
import './queue-screen.css';
import type { QueueStore } from './queue-store.ts';

const countedExactlyTo = 9_999;
/** What a count of this view says of the day. */
const tones: Partial<Record<(typeof viewList)[number], 'soon' | 'late'>> = { due_soon: 'soon', breached: 'late' };

type Props = {
  queue: QueueStore;
  onOpen: (ticketId: string) => void;
  onWrite: (ticketId: string, what: 'reply' | 'note') => void;
  onCreate: () => void;
  onExplain: (ticketId: string) => void;
};

export function QueueScreen({ queue, onOpen, onWrite, onCreate, onExplain }: Props) {
  const t = useText();
  const isSingle = useDesk(({ info }) => info.singleKeys);
  const refreshKey = useBinding('refresh');
  const state = useStore(queue);
  const { view, sort, organizationId, words, rows, stage, failure, counts, selected, fresh, moved } = state;

  useEffect(() => {
    if (queue.getState().stage === 'loading') void queue.reload();
    // Coming back from a ticket, the keys act at once where one left off.
    document.querySelector<HTMLElement>('.wk-grid')?.focus();
  }, [queue]);

  const focusRow = () => document.querySelector<HTMLElement>('.wk-grid')?.focus();
  useCommand('next', () => (queue.step(1), focusRow()));
  useCommand('previous', () => (queue.step(-1), focusRow()));
  useCommand('refresh', () => void queue.reload());
  useCommand('open', () => {
    const row = queue.getState().rows[queue.getState().cursor];
    if (row !== undefined) onOpen(row.id);
  });
  useCommand('select', () => {
    const row = queue.getState().rows[queue.getState().cursor];
    if (row !== undefined) queue.toggle([row.id]);
  });

  const countOf = (one: (typeof viewList)[number]) => {
    const count = counts?.[one];
    if (count === undefined) return '';
    return count > countedExactlyTo ? t('queue.countMore') : String(count);
  };
  const waiting = fresh > 0 ? t('queue.fresh', { count: fresh }) : moved ? t('queue.changed') : '';

  return (
    <section className="wk-queue" aria-labelledby="wk-queue-title">
      <h1 id="wk-queue-title" className="wk-unseen">
        {t('queue.title')}
      </h1>
      <div className="wk-list-bar">
        {words === null ? (
          <ViewTabs
            label={t('queue.views')}
            views={viewList.map((one) => ({
              view: one,
              label: t(`queue.view.${one}`),
              count: countOf(one),
              tone: tones[one] ?? 'plain',
            }))}
            selected={view}
            onSelect={(one) => queue.setView(one)}
          />
        ) : (
          <div className="wk-queue-found">
            <h2>{t('queue.searchResults', { words: `\u2068${words}\u2069` })}</h2>
            <Button size="small" icon={<DismissRegular />} onClick={() => queue.search(null)}>
              {t('queue.leaveSearch')}
            </Button>
          </div>
        )}
        <div className="wk-list-choices">
          <span role="status">
            {waiting === '' ? null : (
              <Button size="small" appearance="primary" icon={<ArrowSyncRegular />} onClick={() => void queue.reload()}>
                {waiting} {refreshKey === undefined || !isSingle ? null : <Keycaps binding={refreshKey} />}
              </Button>
            )}
          </span>
          <OrganizationChoice selected={organizationId} onSelect={(one) => queue.setOrganization(one)} />
          {words === null ? (
            <Select
              size="small"
              aria-label={t('queue.sort')}
              value={sort}
              onChange={(_, data) => queue.setSort(data.value === 'newest' ? 'newest' : 'due')}
            >
              <option value="due">{t('queue.sortDue')}</option>
              <option value="newest">{t('queue.sortNewest')}</option>
            </Select>
          ) : null}
        </div>
      </div>
      {failure === null ? null : <Problem failure={failure} onRetry={() => void queue.reload()} />}
      {stage === 'loading' ? <Skeleton lines={12} /> : null}
      {stage === 'ready' && failure === null && rows.length === 0 ? (
        <Empty
          reason={t(`queue.empty.${words === null ? view : 'search'}`)}
          action={
            words === null && (view === 'all' || view === 'done') ? (
              <Button onClick={onCreate}>{t('app.newTicket')}</Button>
            ) : (
              <Button onClick={() => queue.setView('all')}>{t('queue.showAll')}</Button>
            )
          }
        />
      ) : null}
      {rows.length > 0 ? <QueueGrid queue={queue} onOpen={onOpen} /> : null}
      {selected.size > 0 ? <BulkBar queue={queue} /> : null}
      <QueueActions queue={queue} onWrite={onWrite} onExplain={onExplain} />
    </section>
  );
}
