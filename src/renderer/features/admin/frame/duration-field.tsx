import type { ConfigThing } from '../../../../preload/contract/configuration.ts';
import { useText } from '../../../client/use-text.ts';
import { durationText, inDays, readDuration } from './duration-text.ts';
import { ReadField } from './read-field.tsx';

type Props = {
  thing: ConfigThing;
  path: string;
  label: string;
  /** Seconds; null: none. */
  value: number | null;
  /** What none means, such as that a target does not run. */
  none: string;
  onChange: (seconds: number | null) => void;
};

/** A length of time as people write it, Arabic digits too; empty is none. */
export function DurationField({ thing, path, label, value, none, onChange }: Props) {
  const t = useText();
  return (
    <ReadField
      thing={thing}
      path={path}
      label={label}
      hint={inDays(t, value)}
      placeholder={none}
      value={value}
      read={readDuration}
      write={(seconds) => (seconds === null ? '' : durationText(t, seconds))}
      onChange={onChange}
      unreadable="DURATION_UNREADABLE"
    />
  );
}
