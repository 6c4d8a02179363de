import { useId, type ComponentProps } from 'react';

type Props = Omit<ComponentProps<'input'>, 'id' | 'className' | 'onChange'> & {
  label: string;
  onChange: (value: string) => void;
};

/** A field of the form that stands before Fluent does. */
export function EntryField({ label, onChange, ...input }: Props) {
  const id = useId();
  return (
    <div className="wk-field">
      <label className="wk-field-label" htmlFor={id}>
        {label}
      </label>
      <span className="wk-input">
        <input {...input} id={id} onChange={(event) => onChange(event.target.value)} />
      </span>
    </div>
  );
}
