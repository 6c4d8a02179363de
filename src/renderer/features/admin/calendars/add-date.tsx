import { Button, Field, Input } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState, type KeyboardEvent } from 'react';
import { useText } from '../../../client/use-text.ts';
import { isolated, plainInput } from '../../../i18n/format.ts';
import { isDate } from './dates.ts';

type Props = { label: string; isTaken: (date: string) => boolean; onAdd: (date: string) => void };

/** A date to write, and what adds it. */
export function AddDate({ label, isTaken, onAdd }: Props) {
  const t = useText();
  const [date, setDate] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);

  function add(): void {
    const text = isolated(date);
    if (!isDate(date)) setWrong(t('problems.DATE_UNREADABLE', { text }));
    else if (isTaken(date)) setWrong(t('problems.DATE_TAKEN', { text }));
    else {
      setWrong(null);
      setDate('');
      onAdd(date);
    }
  }
  return (
    <div className="wk-take-over">
      <Field
        label={t('calendars.date')}
        size="small"
        {...(wrong === null ? {} : { validationState: 'error' as const, validationMessage: wrong })}
      >
        <Input
          size="small"
          className="wk-date"
          dir="ltr"
          inputMode="numeric"
          placeholder="2026-12-24"
          maxLength={10}
          value={date}
          onChange={(_, data) => setDate(plainInput(data.value).trim())}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Enter') add();
          }}
        />
      </Field>
      <Button size="small" icon={<AddRegular />} onClick={add}>
        {label}
      </Button>
    </div>
  );
}
