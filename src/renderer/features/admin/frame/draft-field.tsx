import { Field } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ConfigThing } from '../../../../preload/contract/configuration.ts';
import { useText } from '../../../client/use-text.ts';
import { useProblems } from './admin-context.tsx';
import { problemText } from './problem-text.ts';

type Props = {
  thing: ConfigThing;
  /** As problems name it, such as `targetSeconds.resolution`; what lies in it is told here too. */
  path: string;
  label: string;
  hint?: string;
  required?: boolean;
  className?: string;
  children: ReactElement;
};

/** A field of a thing, with what the check says of it. A problem in the list leads here by `data-field`. */
export function DraftField({ thing, path, label, hint, required = false, className, children }: Props) {
  const t = useText();
  const problems = useProblems(thing, path);
  const [worst] = problems;
  return (
    <div data-field={path} className={className}>
      <Field
        label={label}
        size="small"
        required={required}
        {...(hint === undefined ? {} : { hint })}
        {...(worst === undefined
          ? {}
          : {
              validationState: worst.severity,
              validationMessage: problems.map((problem) => problemText(t, problem)).join(' '),
            })}
      >
        {children}
      </Field>
    </div>
  );
}
