import { Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { ConfigThing } from '../../../../preload/contract/configuration.ts';
import { useAdmin, useDraft } from './admin-context.tsx';
import { DraftField } from './draft-field.tsx';
import { fieldKey, type UnreadCode } from './draft-store.ts';

type Props<T> = {
  thing: ConfigThing;
  path: string;
  label: string;
  hint?: string | null;
  placeholder?: string;
  className?: string;
  value: T;
  /** @returns null for a text that says nothing; it is kept, and stands in the way of publishing */
  read: (text: string) => { value: T } | null;
  /** @returns a text that `read` reads as the same value */
  write: (value: T) => string;
  onChange: (value: T) => void;
  unreadable: UnreadCode;
};

/** A field whose text is read as it is typed; once it is left, the value stands there in the house's form. */
export function ReadField<T>({
  thing,
  path,
  label,
  hint,
  placeholder,
  className,
  value,
  read,
  write,
  onChange,
  unreadable,
}: Props<T>) {
  const { drafts } = useAdmin();
  const unread = useDraft((draft) => draft.unread.get(fieldKey(thing, path))?.text);
  const [typed, setTyped] = useState<string | null>(null);

  function type(text: string): void {
    setTyped(text);
    const found = read(text);
    drafts.type(thing, path, found === null ? text : null, unreadable);
    if (found !== null) onChange(found.value);
  }
  return (
    <DraftField
      thing={thing}
      path={path}
      label={label}
      {...(hint === undefined || hint === null ? {} : { hint })}
      {...(className === undefined ? {} : { className })}
    >
      <Input
        size="small"
        value={typed ?? unread ?? write(value)}
        maxLength={40}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(_, data) => type(data.value)}
        onBlur={() => setTyped(null)}
      />
    </DraftField>
  );
}
