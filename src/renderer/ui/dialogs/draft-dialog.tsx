import { Field, Textarea } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Failure } from '../../../preload/contract/result.ts';
import { useServices } from '../../client/services.tsx';
import { textDirection } from '../../i18n/format.ts';
import { FormDialog } from './form-dialog.tsx';

type Props = {
  title: string;
  hint?: string;
  label: string;
  submitLabel: string;
  /** Where the text is kept while it is written: a crash, or Escape, loses none of it. */
  draftKey: string;
  /** @param text  without blanks around it. @returns what failed, null when it is done */
  onSubmit: (text: string) => Promise<Failure | null>;
  onClose: () => void;
};

/** One longer text over the screen, kept as it is typed. */
export function DraftDialog({ title, hint, label, submitLabel, draftKey, onSubmit, onClose }: Props) {
  const { drafts } = useServices();
  const [text, setText] = useState('');

  useEffect(() => {
    let current = true;
    // Typing that was quicker than the store stays.
    void drafts.read(draftKey).then((kept) => current && setText((now) => (now === '' ? kept : now)));
    return () => {
      current = false;
    };
  }, [drafts, draftKey]);

  async function submit(): Promise<Failure | null> {
    const failed = await onSubmit(text.trim());
    if (failed === null) drafts.save(draftKey, '');
    return failed;
  }

  return (
    <FormDialog
      title={title}
      submitLabel={submitLabel}
      disabled={text.trim() === ''}
      onSubmit={submit}
      onClose={onClose}
    >
      {hint === undefined ? null : <p className="wk-dialog-hint">{hint}</p>}
      <Field label={label} required size="small">
        <Textarea
          size="small"
          rows={5}
          resize="vertical"
          value={text}
          maxLength={20_000}
          autoFocus
          textarea={{ dir: textDirection(text) }}
          onChange={(_, data) => {
            setText(data.value);
            drafts.save(draftKey, data.value);
          }}
        />
      </Field>
    </FormDialog>
  );
}
