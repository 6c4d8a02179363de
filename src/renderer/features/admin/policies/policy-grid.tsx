import { useText } from '../../../client/use-text.ts';
import { gradeList } from '../../../ui/value-lists.ts';
import { targetText } from '../describe/policy.ts';
import { useWords } from '../describe/words.ts';
import type { Decided } from './decided-by.ts';
import { useArrowGrid } from './use-arrow-grid.ts';
import './policy-grid.css';

type Props = {
  cells: readonly Decided[];
  onOpen: (policyId: string) => void;
  onFill: (cell: Decided) => void;
};

const grades = gradeList.toReversed();

/** Which policy decides each severity × priority. A hole says so in words and by its dashed frame, not by colour. */
export function PolicyGrid({ cells, onOpen, onFill }: Props) {
  const t = useText();
  const placeProps = useArrowGrid(grades.length, grades.length);
  return (
    <table className="wk-grid" aria-label={t('policies.gridOf')} data-arrow-grid>
      <thead>
        <tr>
          <th scope="col" rowSpan={2} className="wk-grid-corner">
            {t('field.severity')}
          </th>
          <th scope="colgroup" colSpan={grades.length} className="wk-grid-over">
            {t('field.priority')}
          </th>
        </tr>
        <tr>
          {grades.map((priority) => (
            <th key={priority} scope="col">
              {t(`priority.${priority}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grades.map((severity, row) => (
          <tr key={severity}>
            <th scope="row">{t(`severity.${severity}`)}</th>
            {cells
              .filter((cell) => cell.severity === severity)
              .map((cell, column) => (
                <td key={cell.priority}>
                  <Cell
                    cell={cell}
                    stop={placeProps(row, column)}
                    onChoose={() => (cell.policy === null ? onFill(cell) : onOpen(cell.policy.id))}
                  />
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = { cell: Decided; stop: object; onChoose: () => void };

function Cell({ cell: { severity, priority, policy, value }, stop, onChoose }: CellProps) {
  const t = useText();
  const words = useWords();
  const { response, resolution } = value.targetSeconds;
  const targets = t('policies.cellTargets', {
    response: targetText(response, words),
    resolution: targetText(resolution, words),
  });
  // What the eye takes from the row and column, and from the frame of a hole, is said beside what is shown.
  const place = t('policies.cellPlace', { severity: t(`severity.${severity}`), priority: t(`priority.${priority}`) });
  return (
    <button
      type="button"
      className={policy === null ? 'wk-grid-cell wk-grid-hole' : 'wk-grid-cell'}
      onClick={onChoose}
      {...stop}
    >
      <span className="wk-unseen">{place}</span>
      <span className="wk-grid-name">
        {policy === null ? (
          <>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden>
              <path
                d="M6 1L11 6L6 11L1 6z"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.4"
                strokeDasharray="2 1.4"
              />
            </svg>
            {t('policies.hole')}
          </>
        ) : (
          <bdi>{policy.value.name}</bdi>
        )}
      </span>
      <span className="wk-grid-targets">{targets}</span>
      <span className="wk-unseen">{t(policy === null ? 'policies.cellFill' : 'policies.cellOpen')}</span>
    </button>
  );
}
