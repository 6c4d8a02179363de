import { Combobox, Option } from '@fluentui/react-components';
import { useState, type ComponentProps } from 'react';
import { plainInput } from '../../../i18n/format.ts';
import { useText } from '../../../client/use-text.ts';

/** Zones drawn at once: a list of four hundred is narrowed by typing, not scrolled. */
const optionsShown = 60;

type Props = Omit<ComponentProps<typeof Combobox>, 'value' | 'onChange' | 'children'> & {
  value: string;
  onChange: (zone: string) => void;
};

/** A part of a zone's name is enough: `jo` finds `Africa/Johannesburg`. */
function fits(zone: string, words: string): boolean {
  return zone.toLowerCase().replaceAll('_', ' ').includes(words.trim().toLowerCase().replaceAll('_', ' '));
}

/** IANA zones; what is typed is taken as it is, and the check says whether there is such a zone. */
export function ZonePicker({ value, onChange, ...field }: Props) {
  const t = useText();
  const [typing, setTyping] = useState(false);
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  const offered = zones.filter((zone) => !typing || fits(zone, value)).slice(0, typing ? optionsShown : zones.length);
  return (
    <Combobox
      {...field}
      size="small"
      freeform
      dir="ltr"
      placeholder={t('admin.zoneHint')}
      value={value}
      selectedOptions={[value]}
      onChange={(event) => {
        setTyping(true);
        onChange(plainInput(event.target.value).slice(0, 60));
      }}
      onOptionSelect={(_, data) => {
        setTyping(false);
        if (data.optionValue !== undefined) onChange(data.optionValue);
      }}
      onBlur={() => setTyping(false)}
    >
      {offered.map((zone) => (
        <Option key={zone} value={zone} text={zone}>
          <bdi dir="ltr">{zone}</bdi>
        </Option>
      ))}
    </Combobox>
  );
}
