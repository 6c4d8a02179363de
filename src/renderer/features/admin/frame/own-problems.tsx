import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ConfigThing } from '../../../../preload/contract/configuration.ts';
import { useText } from '../../../client/use-text.ts';
import { useProblems } from './admin-context.tsx';
import { problemText } from './problem-text.ts';
import './own-problems.css';

type Props = {
  thing: ConfigThing;
  path: string;
  /** Also of what lies in it, where no field of its own tells it. */
  within?: boolean;
  id?: string;
};

/** What is wrong with a group of fields as a whole. */
export function OwnProblems({ thing, path, within = false, id }: Props) {
  const t = useText();
  const problems = useProblems(thing, path).filter((problem) => within || problem.path === path);
  return (
    <div role="alert" id={id} className="wk-own-problems">
      {problems.map((problem) => {
        const text = problemText(t, problem);
        return (
          <p key={`${problem.path} ${text}`} className={`wk-own-${problem.severity}`}>
            {problem.severity === 'error' ? <ErrorCircleRegular aria-hidden /> : <WarningRegular aria-hidden />}
            {text}
          </p>
        );
      })}
    </div>
  );
}
