import { statusMoves } from '../../../preload/contract/status-moves.ts';
import type { TicketView } from '../../../preload/contract/tickets.ts';
import { useNames, useServices } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { AssignDialog } from '../../ui/dialogs/assign-dialog.tsx';
import { EscalateDialog } from '../../ui/dialogs/escalate-dialog.tsx';
import { PriorityDialog } from '../../ui/dialogs/priority-dialog.tsx';
import { StatusDialog } from '../../ui/dialogs/status-dialog.tsx';
import { TextDialog } from '../../ui/dialogs/text-dialog.tsx';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import type { TicketAccess } from './use-ticket.ts';

export type TicketDialog =
  | 'assign'
  | 'status'
  | 'priority'
  | 'escalate'
  | 'acknowledge'
  | 'step_down'
  | 'refer'
  | 'mark_sensitive'
  | 'unmark_sensitive'
  | 'edit';

type Props = { which: TicketDialog; ticket: TicketView; access: TicketAccess; onClose: () => void };

export function TicketDialogs({ which, ticket, access, onClose }: Props) {
  const t = useText();
  const { client, messages } = useServices();
  const names = useNames();
  const { id: ticketId, number } = ticket;
  const values = { number };
  const reasonLine = { reason: { label: t('field.reason'), required: true } };

  async function assign(assigneeId: string | null): Promise<void> {
    const name = assigneeId === null ? null : (names.users.get(assigneeId)?.displayName ?? t('people.unknown'));
    const failed = await access.act(
      client.request('ticket.assign', { ticketId, assigneeId }),
      name === null ? { key: 'messages.unassigned', values } : { key: 'messages.assigned', values: { number, name } },
    );
    if (failed !== null) messages.failed(failed);
  }

  switch (which) {
    case 'assign':
      return (
        <AssignDialog
          title={t('dialog.assignTitle', values)}
          organizationId={ticket.organizationId}
          sensitive={ticket.sensitive}
          onAssign={(assigneeId) => void assign(assigneeId)}
          onClose={onClose}
        />
      );
    case 'status':
      return (
        <StatusDialog
          title={t('dialog.statusTitle', values)}
          offered={statusMoves[ticket.status]}
          canThank={!ticket.sensitive}
          onChoose={(choice) =>
            access.act(client.request('ticket.setStatus', { ticketId, ...choice }), {
              key: 'messages.status',
              values: { number, status: t(`status.${choice.status}`) },
            })
          }
          onClose={onClose}
        />
      );
    case 'priority':
      return (
        <PriorityDialog
          title={t('dialog.priorityTitle', values)}
          now={ticket.priority}
          onChoose={(priority) =>
            access.act(client.request('ticket.update', { ticketId, patch: { priority } }), {
              key: 'messages.priority',
              values: { number, priority: t(`priority.${priority}`) },
            })
          }
          onClose={onClose}
        />
      );
    case 'escalate':
      return (
        <EscalateDialog
          number={number}
          onEscalate={(reason) =>
            access.act(client.request('ticket.escalate', { ticketId, reason }), { key: 'messages.escalated', values })
          }
          onClose={onClose}
        />
      );
    case 'step_down':
      return (
        <TextDialog
          title={t('dialog.stepDownTitle', values)}
          submitLabel={t('dialog.stepDownSubmit')}
          lines={reasonLine}
          onSubmit={({ reason }) =>
            access.act(client.request('ticket.stepDown', { ticketId, reason }), { key: 'messages.steppedDown', values })
          }
          onClose={onClose}
        />
      );
    case 'unmark_sensitive':
      return (
        <TextDialog
          title={t('dialog.unmarkTitle', values)}
          hint={t('dialog.unmarkHint')}
          submitLabel={t('dialog.unmarkSubmit')}
          lines={reasonLine}
          onSubmit={({ reason }) =>
            access.act(client.request('ticket.unmarkSensitive', { ticketId, reason }), {
              key: 'messages.unmarkedSensitive',
              values,
            })
          }
          onClose={onClose}
        />
      );
    case 'mark_sensitive':
      return (
        <TextDialog
          title={t('dialog.sensitiveTitle', values)}
          hint={t('dialog.sensitiveHint')}
          submitLabel={t('dialog.sensitiveSubmit')}
          lines={{}}
          onSubmit={() =>
            access.act(client.request('ticket.markSensitive', { ticketId }), {
              key: 'messages.markedSensitive',
              values,
            })
          }
          onClose={onClose}
        />
      );
    case 'refer':
      return (
        <TextDialog
          title={t('dialog.referTitle', values)}
          submitLabel={t('dialog.referSubmit')}
          lines={{
            to: { label: t('dialog.referTo'), required: true, initial: ticket.referral?.to ?? '' },
            reference: { label: t('dialog.referReference'), initial: ticket.referral?.reference ?? '' },
          }}
          onSubmit={(referral) =>
            access.act(client.request('ticket.refer', { ticketId, ...referral }), { key: 'messages.referred', values })
          }
          onClose={onClose}
        />
      );
    case 'acknowledge':
      return <AcknowledgeDialog ticket={ticket} access={access} onClose={onClose} />;
    case 'edit':
      return <EditDialog ticket={ticket} access={access} onClose={onClose} />;
  }
}
