import { useState } from 'react';
import type { Failure } from '../../../preload/contract/result.ts';
import type { TicketView } from '../../../preload/contract/tickets.ts';
import { useContactWays } from '../../client/use-contact-ways.ts';
import { useNames, useServices } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { FormDialog } from '../../ui/dialogs/form-dialog.tsx';
import { CallerFields, MatterFields, PlaceFields, WeightFields } from '../../ui/ticket-fields.tsx';
import { changesBetween, fieldsOf, formOf } from '../../ui/ticket-form.ts';
import type { TicketAccess } from './use-ticket.ts';

type Props = { ticket: TicketView; access: TicketAccess; onClose: () => void };

export function EditDialog({ ticket, access, onClose }: Props) {
  const t = useText();
  const { client } = useServices();
  const names = useNames();
  // The ticket as it was when editing began: only what was changed since is sent.
  const [before] = useState(() => formOf(ticket));
  const [form, setForm] = useState(before);
  const [wrong, setWrong] = useState<'subject' | 'coordinates' | null>(null);
  const { ways } = useContactWays(ticket.organizationId, { ...form, channels: form.channels ?? undefined });
  const change = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }));

  async function submit(): Promise<Failure | null> {
    const was = fieldsOf(before);
    const now = fieldsOf(form);
    setWrong(now.ok ? null : now.wrong);
    if (!now.ok) return { ok: false, code: 'BAD_INPUT' };
    const patch = was.ok ? changesBetween(was.fields, now.fields) : now.fields;
    if (Object.keys(patch).length === 0) return null;
    return await access.act(client.request('ticket.update', { ticketId: ticket.id, patch }), {
      key: 'messages.updated',
      values: { number: ticket.number },
    });
  }

  return (
    <FormDialog
      title={t('dialog.editTitle', { number: ticket.number })}
      submitLabel={t('actions.save')}
      onSubmit={submit}
      onClose={onClose}
    >
      <MatterFields
        form={form}
        onChange={change}
        categories={names.organizations.get(ticket.organizationId)?.categories ?? []}
        {...(wrong === 'subject' ? { subjectError: t('intake.subjectNeeded') } : {})}
      />
      <WeightFields form={form} onChange={change} />
      <CallerFields form={form} onChange={change} ways={ways} />
      <PlaceFields form={form} onChange={change} badCoordinates={wrong === 'coordinates'} />
    </FormDialog>
  );
}
