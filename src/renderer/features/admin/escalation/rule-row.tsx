import { Button, Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { EscalationRules } from '../../../../preload/contract/escalation.ts';
import { useText } from '../../../client/use-text.ts';
import { conditionsText } from '../describe/policy.ts';
import { targetOfRuleText, triggerText } from '../describe/rule.ts';
import { useWords } from '../describe/words.ts';
import { useAdmin } from '../frame/admin-context.tsx';
import { openThing } from '../frame/place-store.ts';
import { StateMark } from '../frame/state-mark.tsx';
import { holdersText } from './holder-text.ts';
import type { RuleView } from './levels.ts';
import { RuleProblems, problemsOfRule } from './rule-problems.tsx';
import { useHolderNames } from './use-names.ts';

type Props = {
  view: RuleView;
  told: EscalationRules | null;
  /** Of its level: it also tells what is odd about the level. */
  isFirst: boolean;
  /** The cell of the level, where it begins here. */
  children: ReactNode;
};

export function RuleRow({ view, told, isFirst, children }: Props) {
  const t = useText();
  const words = useWords();
  const names = useHolderNames();
  const { drafts, places } = useAdmin();
  const { id, value, basedOn, state } = view;
  const holders = told?.rules.find(({ ruleId }) => ruleId === id)?.holders;
  const today = holders === undefined || !value.active ? [] : holdersText(holders, names);
  const label = t('admin.ruleName', { level: value.level });

  return (
    <tr className={value.active ? '' : 'wk-admin-retired'}>
      {children}
      <td>
        <Link as="button" onClick={() => openThing(places, id)}>
          {triggerText(value, words)}
        </Link>
        <RuleProblems problems={problemsOfRule(told, value, isFirst)} />
      </td>
      <td>
        {targetOfRuleText(value, words)}
        {today.map(({ text, isEmpty }) => (
          <span key={text} className={`wk-block wk-small ${isEmpty ? 'wk-rules-nobody' : 'wk-faint'}`}>
            {text}
          </span>
        ))}
      </td>
      <td>{conditionsText(value.conditions, words)}</td>
      <td>
        <StateMark active={value.active} state={state} />
      </td>
      <td className="wk-rules-act">
        {state === 'new' ? (
          <Button
            size="small"
            appearance="subtle"
            aria-label={t('escalation.on', { action: t('admin.discardNew'), rule: label })}
            onClick={() => drafts.drop([{ kind: 'rule', id }])}
          >
            {t('admin.discardNew')}
          </Button>
        ) : (
          <Button
            size="small"
            appearance="subtle"
            aria-label={t('escalation.on', {
              action: t(value.active ? 'admin.takeOut' : 'admin.putBack'),
              rule: label,
            })}
            onClick={() => drafts.change({ kind: 'rule', basedOn, value: { ...value, active: !value.active } })}
          >
            {t(value.active ? 'admin.takeOut' : 'admin.putBack')}
          </Button>
        )}
      </td>
    </tr>
  );
}
