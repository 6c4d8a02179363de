import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../../../preload/contract/result.ts';
import { textDirection } from '../../i18n/format.ts';
import { FormDialog } from './form-dialog.tsx';

type Line = { label: string; required?: boolean; initial?: string };

type Props<K extends string> = {
  title: string;
  hint?: string;
  submitLabel: string;
  /** Lines to write, in their order; none for a question that only asks for a yes. */
  lines: Readonly<Record<K, Line>>;
  /** @param texts  of the lines, without blanks around them. @returns what failed, null when it is done */
  onSubmit: (texts: Record<K, string>) => Promise<Failure | null>;
  onClose: () => void;
};

/** A few short lines over the screen, such as a reason: sent once every required one says something. */
export function TextDialog<K extends string>({ title, hint, submitLabel, lines, onSubmit, onClose }: Props<K>) {
  // The table's type allows no other names.
  const names = Object.keys(lines) as K[];
  const [texts, setTexts] = useState(
    () => Object.fromEntries(names.map((name) => [name, lines[name].initial ?? ''])) as Record<K, string>,
  );
  const trimmed = () => Object.fromEntries(names.map((name) => [name, texts[name].trim()])) as Record<K, string>;
  return (
    <FormDialog
      title={title}
      submitLabel={submitLabel}
      disabled={names.some((name) => lines[name].required === true && texts[name].trim() === '')}
      onSubmit={() => onSubmit(trimmed())}
      onClose={onClose}
    >
      {hint === undefined ? null : <p className="wk-dialog-hint">{hint}</p>}
      {names.map((name, index) => (
        <Field key={name} label={lines[name].label} required={lines[name].required === true} size="small">
          <Input
            size="small"
            value={texts[name]}
            dir={textDirection(texts[name])}
            maxLength={300}
            autoFocus={index === 0}
            onChange={(_, data) => setTexts((now) => ({ ...now, [name]: data.value }))}
          />
        </Field>
      ))}
    </FormDialog>
  );
}
