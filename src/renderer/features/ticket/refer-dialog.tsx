import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { TicketView } from '../../../preload/contract/tickets.ts';
import { useServices } from '../../client/services.tsx';
import { textDirection } from '../../i18n/format.ts';
import { useText } from '../../client/use-text.ts';
import { FormDialog } from '../../ui/dialogs/form-dialog.tsx';
import type { TicketAccess } from './use-ticket.ts';

type Props = { ticket: TicketView; access: TicketAccess; onClose: () => void };

export function ReferDialog({ ticket, access, onClose }: Props) {
  const t = useText();
  const { client } = useServices();
  const [to, setTo] = useState(ticket.referral?.to ?? '');
  const [reference, setReference] = useState(ticket.referral?.reference ?? '');
  const { id: ticketId, number } = ticket;

  return (
    <FormDialog
      title={t('dialog.referTitle', { number })}
      submitLabel={t('dialog.referSubmit')}
      disabled={to.trim() === ''}
      onSubmit={() =>
        access.act(client.request('ticket.refer', { ticketId, to, reference }), {
          key: 'messages.referred',
          values: { number },
        })
      }
      onClose={onClose}
    >
      <Field label={t('dialog.referTo')} required size="small">
        <Input
          size="small"
          value={to}
          dir={textDirection(to)}
          maxLength={300}
          autoFocus
          onChange={(_, data) => setTo(data.value)}
        />
      </Field>
      <Field label={t('dialog.referReference')} size="small">
        <Input
          size="small"
          value={reference}
          dir={textDirection(reference)}
          maxLength={300}
          onChange={(_, data) => setReference(data.value)}
        />
      </Field>
    </FormDialog>
  );
}
