import { Input } from '@fluentui/react-components';
import type { ConfigThing } from '../../../../preload/contract/configuration.ts';
import { plainInput } from '../../../i18n/format.ts';
import { clockText } from '../../../ui/clock-text.ts';
import { DraftField } from '../frame/draft-field.tsx';

type Props = {
  thing: ConfigThing;
  path: string;
  label: string;
  hint?: string;
  placeholder?: string;
  value: string;
  onChange: (time: string) => void;
};

/** A time of day. What is typed is in the draft as it is; leaving the field puts it into form. */
export function WallTimeField({ value, placeholder, onChange, ...field }: Props) {
  return (
    <DraftField {...field}>
      <Input
        size="small"
        dir="ltr"
        value={value}
        maxLength={10}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(_, data) => onChange(plainInput(data.value).slice(0, 10))}
        onBlur={() => {
          const tidy = clockText(value);
          if (tidy !== null && tidy !== value) onChange(tidy);
        }}
      />
    </DraftField>
  );
}
