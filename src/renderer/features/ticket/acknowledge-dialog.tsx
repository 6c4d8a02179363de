import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { TicketView } from '../../../preload/contract/tickets.ts';
import { useServices } from '../../client/services.tsx';
import { formatInstant } from '../../i18n/format.ts';
import { useText } from '../../client/use-text.ts';
import { FormDialog } from '../../ui/dialogs/form-dialog.tsx';
import type { TicketAccess } from './use-ticket.ts';

const offeredHours = [1, 2, 4, 8, 12, 24, 48];
const hourMs = 3_600_000;

type Props = { ticket: TicketView; access: TicketAccess; onClose: () => void };

export function AcknowledgeDialog({ ticket, access, onClose }: Props) {
  const t = useText();
  const { client, clock } = useServices();
  const [hours, setHours] = useState(4);
  const { id: ticketId, number } = ticket;

  async function submit() {
    const untilAt = clock.nowAt() + hours * hourMs;
    return await access.act(client.request('ticket.acknowledge', { ticketId, untilAt }), {
      key: 'messages.acknowledged',
      values: { number, until: formatInstant(untilAt) },
    });
  }
  return (
    <FormDialog
      title={t('dialog.acknowledgeTitle', { number })}
      submitLabel={t('dialog.acknowledgeSubmit')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="wk-dialog-hint">{t('dialog.acknowledgeHint')}</p>
      <Field label={t('dialog.acknowledgeFor')} size="small">
        <Select size="small" value={String(hours)} onChange={(_, data) => setHours(Number(data.value))}>
          {offeredHours.map((count) => (
            <option key={count} value={count}>
              {t('dialog.hours', { count })}
            </option>
          ))}
        </Select>
      </Field>
    </FormDialog>
  );
}
