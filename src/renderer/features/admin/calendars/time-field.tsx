import { Input } from '@fluentui/react-components';
import type { ConfigThing } from '../../../../preload/contract/configuration.ts';
import { plainInput } from '../../../i18n/format.ts';
import { useProblems } from '../frame/admin-context.tsx';
import { tidyTime } from './wall-time.ts';

type Props = {
  thing: ConfigThing;
  path: string;
  label: string;
  value: string;
  /** Id of what tells its problems. */
  describedBy: string;
  onChange: (time: string) => void;
};

/** A time of the wall clock. What is typed goes into the draft as it is; leaving the field puts it into form. */
export function TimeField({ thing, path, label, value, describedBy, onChange }: Props) {
  const isWrong = useProblems(thing, path).some(({ severity }) => severity === 'error');
  return (
    <Input
      size="small"
      className="wk-time"
      dir="ltr"
      inputMode="numeric"
      value={value}
      maxLength={10}
      aria-label={label}
      aria-invalid={isWrong}
      aria-describedby={describedBy}
      data-field={path}
      onChange={(_, data) => onChange(plainInput(data.value).slice(0, 10))}
      onBlur={() => {
        const tidy = tidyTime(value);
        if (tidy !== value) onChange(tidy);
      }}
    />
  );
}
