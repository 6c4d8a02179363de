import { Field, Input, Textarea } from '@fluentui/react-components';
import { createContext, use, type ReactElement } from 'react';
import { useText } from '../../../client/use-text.ts';
import { plainInput } from '../../../i18n/format.ts';
import type { FieldProblem } from './channel-form.ts';

/** What is wrong with the form that stands, by field. */
export const FormProblems = createContext<readonly FieldProblem[]>([]);

type Props = {
  path: string;
  label: string;
  hint?: string;
  required?: boolean;
  className?: string;
  children: ReactElement;
};

/** A field of a channel's settings with what is wrong with it. */
export function FormField({ path, label, hint, required = false, className, children }: Props) {
  const t = useText();
  const wrong = use(FormProblems).filter((problem) => problem.path === path);
  return (
    <div data-field={path} className={className}>
      <Field
        size="small"
        label={label}
        required={required}
        {...(hint === undefined ? {} : { hint })}
        {...(wrong.length === 0
          ? {}
          : {
              validationState: 'error',
              validationMessage: wrong.map(({ code }) => t(`channels.problem.${code}`)).join(' '),
            })}
      >
        {children}
      </Field>
    </div>
  );
}

type TextProps = Omit<Props, 'children'> & {
  value: string;
  maxLength: number;
  rows?: number;
  /** Names are written as people write; all else here is for machines. */
  isName?: boolean;
  onChange: (value: string) => void;
};

export function FormText({ value, maxLength, rows, isName = false, onChange, ...field }: TextProps) {
  const set = (text: string) => onChange(isName ? text : plainInput(text));
  const dir = isName ? 'auto' : 'ltr';
  return (
    <FormField {...field}>
      {rows === undefined ? (
        <Input
          size="small"
          dir={dir}
          value={value}
          maxLength={maxLength}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, data) => set(data.value)}
        />
      ) : (
        <Textarea
          size="small"
          textarea={{ dir, rows, spellCheck: false }}
          value={value}
          maxLength={maxLength}
          onChange={(_, data) => onChange(data.value)}
        />
      )}
    </FormField>
  );
}
