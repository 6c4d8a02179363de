import type { ConfigThing } from '../../../../preload/contract/configuration.ts';
import { plainInput } from '../../../i18n/format.ts';
import { ReadField } from './read-field.tsx';

type Props = {
  thing: ConfigThing;
  path: string;
  label: string;
  hint?: string;
  value: number | null;
  /** What an empty field means; left out: it has to say something. */
  none?: string;
  onChange: (value: number | null) => void;
};

/** @returns null for what is no number */
function readNumber(text: string, mayBeNone: boolean): { value: number | null } | null {
  const plain = plainInput(text)
    .trim()
    .replaceAll(/[,٫]/gu, '.')
    .replace(/\s*[%٪]$/u, '');
  if (plain === '') return mayBeNone ? { value: null } : null;
  return /^-?\d+(?:\.\d+)?$/u.test(plain) ? { value: Number(plain) } : null;
}

/** A number, Arabic digits too. Whether it is one that is allowed, the check says. */
export function NumberField({ thing, path, label, hint, value, none, onChange }: Props) {
  return (
    <ReadField
      thing={thing}
      path={path}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(none === undefined ? {} : { placeholder: none })}
      value={value}
      read={(text) => readNumber(text, none !== undefined)}
      write={(number) => (number === null ? '' : String(number))}
      onChange={onChange}
      unreadable="NUMBER_UNREADABLE"
    />
  );
}
