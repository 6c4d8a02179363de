import { Button } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ConfigProblem } from '../../../../preload/contract/configuration.ts';
import { useText } from '../../../client/use-text.ts';
import { useAdmin, useDraft } from '../frame/admin-context.tsx';
import { goTo } from '../frame/place-store.ts';
import { placeOfProblem } from '../frame/problem-place.ts';
import { problemText } from '../frame/problem-text.ts';
import { useThingName } from '../frame/use-thing-name.ts';
import './problem-list.css';

type Props = {
  problems: readonly ConfigProblem[];
  /** Somebody goes to the field of a problem. */
  onLeave?: () => void;
  /** Of a file: where in it. */
  showPath?: boolean;
};

/** Problems in words, each with the way to its field. */
export function ProblemList({ problems, onLeave, showPath = false }: Props) {
  const t = useText();
  const { config, places } = useAdmin();
  const changes = useDraft((draft) => draft.changes);
  const nameOf = useThingName();
  if (problems.length === 0) return null;
  return (
    <ul className="wk-problems">
      {problems.map((problem) => {
        const { thing, severity, code, path } = problem;
        const place = showPath ? null : placeOfProblem(problem, config, changes);
        const text = problemText(t, problem);
        return (
          <li key={`${thing?.id} ${code} ${path} ${text}`} className={`wk-problem-line wk-problem-${severity}`}>
            {severity === 'error' ? <ErrorCircleRegular aria-hidden /> : <WarningRegular aria-hidden />}
            <span>
              <strong>{t(`admin.problem.${severity}`)}</strong>{' '}
              {thing === null ? null : (
                <>
                  <bdi>{nameOf(thing)}</bdi>
                  {': '}
                </>
              )}
              {showPath && path !== '' ? <code dir="ltr">{path}</code> : null} {text}
            </span>
            {thing === null || place === null ? null : (
              <Button
                size="small"
                appearance="subtle"
                aria-label={t('admin.problem.goTo', { name: nameOf(thing) })}
                onClick={() => {
                  onLeave?.();
                  goTo(places, place);
                }}
              >
                {t('admin.problem.go')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
