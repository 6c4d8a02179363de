import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../../../preload/contract/result.ts';
import { textDirection } from '../../i18n/format.ts';
import { useText } from '../../client/use-text.ts';
import { FormDialog } from '../../ui/dialogs/form-dialog.tsx';

type Props = {
  title: string;
  hint?: string;
  submitLabel: string;
  /** A question without a reason to give. */
  withoutReason?: boolean;
  onSubmit: (reason: string) => Promise<Failure | null>;
  onClose: () => void;
};

export function ReasonDialog({ title, hint, submitLabel, withoutReason = false, onSubmit, onClose }: Props) {
  const t = useText();
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={title}
      submitLabel={submitLabel}
      disabled={!withoutReason && reason.trim() === ''}
      onSubmit={() => onSubmit(reason.trim())}
      onClose={onClose}
    >
      {hint === undefined ? null : <p className="wk-dialog-hint">{hint}</p>}
      {withoutReason ? null : (
        <Field label={t('field.reason')} required size="small">
          <Input
            size="small"
            value={reason}
            dir={textDirection(reason)}
            maxLength={300}
            autoFocus
            onChange={(_, data) => setReason(data.value)}
          />
        </Field>
      )}
    </FormDialog>
  );
}
