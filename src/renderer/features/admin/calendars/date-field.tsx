import { Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { ConfigThing } from '../../../../preload/contract/configuration.ts';
import { plainInput } from '../../../i18n/format.ts';
import { useProblems } from '../frame/admin-context.tsx';
import { isDate } from './dates.ts';

type Props = {
  thing: ConfigThing;
  path: string;
  label: string;
  value: string;
  describedBy: string;
  onChange: (date: string) => void;
};

/** A date in the house's form. Half a date stays in the field until it is whole or the field is left. */
export function DateField({ thing, path, label, value, describedBy, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = useProblems(thing, path).some(({ severity }) => severity === 'error');
  return (
    <Input
      size="small"
      className="wk-date"
      dir="ltr"
      inputMode="numeric"
      placeholder="2026-12-25"
      value={typed ?? value}
      maxLength={10}
      aria-label={label}
      aria-invalid={isWrong}
      aria-describedby={describedBy}
      data-field={path}
      onChange={(_, data) => {
        const text = plainInput(data.value).slice(0, 10);
        setTyped(text);
        if (isDate(text)) onChange(text);
      }}
      onBlur={() => {
        if (typed !== null && typed !== value) onChange(typed);
        setTyped(null);
      }}
    />
  );
}
