import { Button } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { useEffect, useRef, useState } from 'react';
import type { EscalationRules } from '../../../../preload/contract/escalation.ts';
import { useText } from '../../../client/use-text.ts';
import { useAdmin } from '../frame/admin-context.tsx';
import { exchanged, type Level } from './levels.ts';
import { RuleRow } from './rule-row.tsx';

type Props = { levels: readonly Level[]; told: EscalationRules | null };
type Moved = { from: number; to: number; by: -1 | 1 };

/** A row a rule, the lowest level first. A level and its neighbour change places by the buttons beside its number. */
export function RulesMatrix({ levels, told }: Props) {
  const t = useText();
  const { drafts } = useAdmin();
  const table = useRef<HTMLTableElement>(null);
  const [moved, setMoved] = useState<Moved | null>(null);

  // The row stands elsewhere now: the hand on the keyboard goes on with the level that it moved.
  useEffect(() => {
    if (moved === null) return;
    const buttons = [...(table.current?.querySelectorAll<HTMLButtonElement>(`[data-level="${moved.to}"]`) ?? [])];
    const same = buttons.find(({ dataset }) => dataset['by'] === String(moved.by));
    (same?.disabled === true ? buttons.find(({ disabled }) => !disabled) : same)?.focus();
  }, [moved]);

  function move(index: number, by: -1 | 1): void {
    const [from, to] = [levels[index]?.level, levels[index + by]?.level];
    if (from === undefined || to === undefined) return;
    for (const { view, level } of exchanged(levels, index, by))
      drafts.change({ kind: 'rule', basedOn: view.basedOn, value: { ...view.value, level } });
    setMoved({ from, to, by });
  }

  return (
    <div className="wk-admin-scroll">
      <table className="wk-admin-table wk-rules" ref={table}>
        <thead>
          <tr>
            <th scope="col">{t('describe.level')}</th>
            <th scope="col">{t('describe.when')}</th>
            <th scope="col">{t('describe.goesTo')}</th>
            <th scope="col">{t('policies.match')}</th>
            <th scope="col">{t('field.status')}</th>
            <th scope="col">
              <span className="wk-unseen">{t('ticket.actions')}</span>
            </th>
          </tr>
        </thead>
        {levels.map(({ level, rules }, index) => (
          <tbody key={rules.map(({ id }) => id).join(' ')}>
            {rules.map((view, place) => (
              <RuleRow key={view.id} view={view} told={told} isFirst={place === 0}>
                {place > 0 ? null : (
                  <th scope="rowgroup" rowSpan={rules.length} className="wk-rules-level">
                    <span className="wk-rules-number">{level}</span>
                    {([-1, 1] as const).map((by) => (
                      <Button
                        key={by}
                        size="small"
                        appearance="subtle"
                        data-level={level}
                        data-by={by}
                        icon={by === -1 ? <ArrowUpRegular /> : <ArrowDownRegular />}
                        aria-label={t(by === -1 ? 'escalation.moveUp' : 'escalation.moveDown', { level })}
                        disabled={levels[index + by] === undefined}
                        onClick={() => move(index, by)}
                      />
                    ))}
                  </th>
                )}
              </RuleRow>
            ))}
          </tbody>
        ))}
      </table>
      <p role="status" className="wk-unseen">
        {moved === null ? '' : t('escalation.moved', { from: moved.from, to: moved.to })}
      </p>
    </div>
  );
}
