import { Checkbox, Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../../../preload/contract/result.ts';
import type { ChosenStatus, Disposition } from '../../../preload/contract/values.ts';
import { textDirection } from '../../i18n/format.ts';
import { useText } from '../../client/use-text.ts';
import { FormDialog } from './form-dialog.tsx';

export type StatusChoice = { status: ChosenStatus; reason: string; disposition: Disposition | null; thank?: boolean };

type Props = {
  title: string;
  offered: readonly ChosenStatus[];
  /** Whether the contact can be thanked on closing: not of a sensitive ticket. */
  canThank: boolean;
  onChoose: (choice: StatusChoice) => Promise<Failure | null>;
  onClose: () => void;
};

export function StatusDialog({ title, offered, canThank, onChoose, onClose }: Props) {
  const t = useText();
  const [status, setStatus] = useState<ChosenStatus | undefined>(offered[0]);
  const [reason, setReason] = useState('');
  const [thanks, setThanks] = useState(true);
  const [disposition, setDisposition] = useState<Disposition | null>(null);

  return (
    <FormDialog
      title={title}
      submitLabel={t('dialog.statusSubmit')}
      disabled={status === undefined}
      onClose={onClose}
      onSubmit={async () => {
        if (status === undefined) return null;
        const isClosing = status === 'closed';
        return await onChoose({
          status,
          reason,
          disposition: isClosing ? disposition : null,
          ...(isClosing && canThank ? { thank: thanks && disposition !== 'duplicate' } : {}),
        });
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
      {status === 'closed' && canThank && disposition !== 'duplicate' ? (
        <Field hint={t('dialog.thankHint')} size="small">
          <Checkbox
            label={t('dialog.thank')}
            checked={thanks}
            onChange={(_, data) => setThanks(data.checked === true)}
          />
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
