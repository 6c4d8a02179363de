import { useState } from 'react';
import { useStore } from 'zustand';
import type { Failure } from '../../../preload/contract/result.ts';
import { statusMoves } from '../../../preload/contract/status-moves.ts';
import { useNames, useServices, useUser } from '../../client/services.tsx';
import { useCommand } from '../../client/use-command.ts';
import { useText } from '../../client/use-text.ts';
import { AssignDialog } from '../../ui/dialogs/assign-dialog.tsx';
import { EscalateDialog } from '../../ui/dialogs/escalate-dialog.tsx';
import { PriorityDialog } from '../../ui/dialogs/priority-dialog.tsx';
import { StatusDialog, type StatusChoice } from '../../ui/dialogs/status-dialog.tsx';
import type { ListRow } from './frozen-order.ts';
import type { QueueStore } from './queue-store.ts';
import { changeTicket } from './ticket-changes.ts';

type Open = { what: 'status' | 'assign' | 'priority' | 'escalate'; row: ListRow };

type Props = {
  queue: QueueStore;
  /** Opens the ticket where a reply or a note to it is written. */
  onWrite: (ticketId: string, what: 'reply' | 'note') => void;
  onExplain: (ticketId: string) => void;
};

/** Keys that act on the ticket under the cursor, while nothing is selected (then the bar of the selection has them). */
export function QueueActions({ queue, onWrite, onExplain }: Props) {
  const t = useText();
  const { client, messages } = useServices();
  const me = useUser();
  const names = useNames();
  const row = useStore(queue, ({ rows, cursor }) => rows[cursor]);
  const many = useStore(queue, ({ selected }) => selected.size > 0);
  const [open, setOpen] = useState<Open | null>(null);

  const active = row === undefined || row.gone === true || many ? null : row;
  const works = active !== null && names.organizations.get(active.organizationId)?.canWork === true;
  const opening = (what: Open['what'], offered = active !== null) =>
    active !== null && offered ? () => setOpen({ what, row: active }) : null;
  useCommand('take', active === null ? null : () => void assign(active, me.id));
  useCommand('assign', opening('assign'));
  useCommand('status', opening('status', works));
  useCommand('priority', opening('priority', works));
  // What can still be resolved has not ended.
  const canEscalate = works && !active.sensitive && statusMoves[active.status].includes('resolved');
  useCommand('escalate', opening('escalate', canEscalate));
  const writing = (what: 'reply' | 'note') => (works ? () => onWrite(active.id, what) : null);
  useCommand('reply', writing('reply'));
  useCommand('note', writing('note'));
  useCommand('explain', active === null ? null : () => onExplain(active.id));

  async function assign(to: ListRow, assigneeId: string | null): Promise<void> {
    const answer = await changeTicket(client, queue, to, { kind: 'assign', assigneeId });
    if (!answer.ok) {
      messages.failed(answer);
      return;
    }
    const name = assigneeId === null ? null : (names.users.get(assigneeId)?.displayName ?? me.displayName);
    const { number } = to;
    messages.done(
      name === null
        ? { key: 'messages.unassigned', values: { number } }
        : { key: 'messages.assigned', values: { number, name } },
      [answer.value.eventId],
    );
  }

  async function setStatus(of: ListRow, choice: StatusChoice): Promise<Failure | null> {
    const answer = await changeTicket(client, queue, of, { kind: 'status', choice });
    if (!answer.ok) return answer;
    messages.done({ key: 'messages.status', values: { number: of.number, status: t(`status.${choice.status}`) } }, [
      answer.value.eventId,
    ]);
    return null;
  }

  async function escalate(what: ListRow, reason: string): Promise<Failure | null> {
    const answer = await client.request('ticket.escalate', { ticketId: what.id, reason });
    if (!answer.ok) return answer;
    messages.done({ key: 'messages.escalated', values: { number: what.number } }, [answer.value.eventId]);
    return null;
  }

  if (open === null) return null;
  const { number } = open.row;
  const close = () => setOpen(null);
  switch (open.what) {
    case 'assign':
      return (
        <AssignDialog
          title={t('dialog.assignTitle', { number })}
          organizationId={open.row.organizationId}
          sensitive={open.row.sensitive}
          onAssign={(assigneeId) => void assign(open.row, assigneeId)}
          onClose={close}
        />
      );
    case 'status':
      return (
        <StatusDialog
          title={t('dialog.statusTitle', { number })}
          offered={statusMoves[open.row.status]}
          canThank={!open.row.sensitive}
          onChoose={(choice) => setStatus(open.row, choice)}
          onClose={close}
        />
      );
    case 'escalate':
      return <EscalateDialog number={number} onEscalate={(reason) => escalate(open.row, reason)} onClose={close} />;
    case 'priority':
      return (
        <PriorityDialog
          title={t('dialog.priorityTitle', { number })}
          now={open.row.priority}
          onChoose={async (priority) => {
            const answer = await client.request('ticket.update', { ticketId: open.row.id, patch: { priority } });
            if (!answer.ok) return answer;
            queue.patch(open.row.id, { priority });
            messages.done({ key: 'messages.priority', values: { number, priority: t(`priority.${priority}`) } }, [
              answer.value.eventId,
            ]);
            return null;
          }}
          onClose={close}
        />
      );
  }
}
