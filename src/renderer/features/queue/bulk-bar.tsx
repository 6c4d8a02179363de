import { Toolbar, ToolbarButton } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useNames, useServices, useUser } from '../../client/services.tsx';
import { useCommand } from '../../client/use-command.ts';
import { useText } from '../../client/use-text.ts';
import { AssignDialog } from '../../ui/dialogs/assign-dialog.tsx';
import { StatusDialog } from '../../ui/dialogs/status-dialog.tsx';
import { BulkResults, type Outcome } from './bulk-results.tsx';
import { commonMoves } from './common-moves.ts';
import type { QueueStore } from './queue-store.ts';
import { changeTicket, type TicketChange } from './ticket-changes.ts';

/** One change to many tickets, one after the other: what it did to each is told, and the whole can be undone. */
export function BulkBar({ queue }: { queue: QueueStore }) {
  const t = useText();
  const { client, messages } = useServices();
  const me = useUser();
  const names = useNames();
  const rows = useStore(queue, (state) => state.rows);
  const selected = useStore(queue, (state) => state.selected);
  const [dialog, setDialog] = useState<'status' | 'assign' | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null);

  // What has left the list may have become sensitive: nothing of it is shown or touched any more.
  const chosen = rows.filter((row) => selected.has(row.id) && row.gone !== true);
  const organizations = new Set(chosen.map((row) => row.organizationId));
  const [organizationId] = organizations;
  const count = chosen.length;
  const works = [...organizations].every((id) => names.organizations.get(id)?.canWork === true);
  const moves = works ? commonMoves(chosen) : [];

  async function run(change: TicketChange): Promise<void> {
    const results: Outcome[] = [];
    const eventIds: string[] = [];
    for (const row of chosen) {
      setDone(results.length);
      const answer = await changeTicket(client, queue, row, change);
      if (answer.ok) eventIds.push(answer.value.eventId);
      results.push({ number: row.number, failure: answer.ok ? null : answer });
    }
    setDone(null);
    if (eventIds.length > 0) messages.done({ key: 'messages.bulk', values: { count: eventIds.length } }, eventIds);
    if (results.some(({ failure }) => failure !== null)) setOutcomes(results);
    else queue.unselect();
  }

  useCommand('status', moves.length === 0 ? null : () => setDialog('status'));
  // People of one organization cannot be given tickets of another.
  useCommand('assign', organizations.size === 1 ? () => setDialog('assign') : null);
  useCommand('take', () => void run({ kind: 'assign', assigneeId: me.id }));

  return (
    <>
      <Toolbar size="small" className="wk-bulk" aria-label={t('queue.bulk.label')}>
        <span className="wk-bulk-count" role="status">
          {done === null ? t('queue.bulk.selected', { count }) : t('queue.bulk.working', { done, of: count })}
        </span>
        <ToolbarButton
          appearance="primary"
          // Focusable all the same: who cannot use it must be able to hear why.
          disabledFocusable={done !== null || moves.length === 0}
          title={moves.length === 0 ? t('queue.bulk.noCommonMove') : undefined}
          onClick={() => setDialog('status')}
        >
          {t('queue.bulk.status')}
        </ToolbarButton>
        <ToolbarButton
          disabledFocusable={done !== null || organizations.size !== 1}
          title={organizations.size === 1 ? undefined : t('queue.bulk.oneOrganization')}
          onClick={() => setDialog('assign')}
        >
          {t('queue.bulk.assign')}
        </ToolbarButton>
        <ToolbarButton icon={<DismissRegular />} aria-label={t('queue.bulk.clear')} onClick={() => queue.unselect()} />
      </Toolbar>
      {dialog === 'status' ? (
        <StatusDialog
          title={t('dialog.statusTitleMany', { count })}
          offered={moves}
          canThank={chosen.some(({ sensitive }) => !sensitive)}
          onChoose={async (choice) => {
            void run({ kind: 'status', choice });
            return await Promise.resolve(null);
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'assign' && organizationId !== undefined ? (
        <AssignDialog
          title={t('dialog.assignTitleMany', { count })}
          organizationId={organizationId}
          sensitive={chosen.some((row) => row.sensitive)}
          onAssign={(assigneeId) => void run({ kind: 'assign', assigneeId })}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {outcomes === null ? null : <BulkResults outcomes={outcomes} onClose={() => setOutcomes(null)} />}
    </>
  );
}
