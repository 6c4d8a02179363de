import { Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../../../preload/contract/result.ts';
import type { ChosenStatus, Disposition } from '../../../preload/contract/values.ts';
import { textDirection } from '../../i18n/format.ts';
import { useText } from '../../client/use-text.ts';
import { FormDialog } from './form-dialog.tsx';

export type StatusChoice = { status: ChosenStatus; reason: string; disposition: Disposition | null };

type Props = {
  title: string;
  offered: readonly ChosenStatus[];
  onChoose: (choice: StatusChoice) => Promise<Failure | null>;
  onClose: () => void;
};

export function StatusDialog({ title, offered, onChoose, onClose }: Props) {
  const t = useText();
  const [status, setStatus] = useState<ChosenStatus | undefined>(offered[0]);
  const [reason, setReason] = useState('');
  const [disposition, setDisposition] = useState<Disposition | null>(null);

  return (
    <FormDialog
      title={title}
      submitLabel={t('dialog.statusSubmit')}
      disabled={status === undefined}
      onClose={onClose}
      onSubmit={async () => {
        if (status === undefined) return null;
        return await onChoose({ status, reason, disposition: status === 'closed' ? disposition : null });
      }}
    >
      <RadioGroup
        aria-label={t('field.status')}
        value={status ?? ''}
        onChange={(_, data) => setStatus(offered.find((one) => one === data.value))}
      >
        {offered.map((one, index) => (
          <Radio key={one} value={one} label={t(`status.${one}`)} {...(index === 0 ? { autoFocus: true } : {})} />
        ))}
      </RadioGroup>
      {status === 'closed' ? (
        <Field label={t('dialog.closedAs')} size="small">
          <Select
            size="small"
            value={disposition ?? ''}
            onChange={(_, data) =>
              setDisposition(data.value === 'duplicate' || data.value === 'transferred' ? data.value : null)
            }
          >
            <option value="">{t('dialog.closedNormally')}</option>
            <option value="duplicate">{t('disposition.duplicate')}</option>
            <option value="transferred">{t('disposition.transferred')}</option>
          </Select>
        </Field>
      ) : null}
      <Field label={t('field.reason')} hint={t('field.optional')} size="small">
        <Input
          size="small"
          value={reason}
          dir={textDirection(reason)}
          maxLength={300}
          onChange={(_, data) => setReason(data.value)}
        />
      </Field>
    </FormDialog>
  );
}
