import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ConfigProblem } from '../../../../preload/contract/configuration.ts';
import type { EscalationRules } from '../../../../preload/contract/escalation.ts';
import { useText } from '../../../client/use-text.ts';
import '../frame/own-problems.css';
import { problemText } from '../frame/problem-text.ts';
import type { Rule } from './levels.ts';

/** What is odd about a rule, published or not. @param withLevel  and about its level */
export function problemsOfRule(told: EscalationRules | null, rule: Rule, withLevel: boolean): ConfigProblem[] {
  return (told?.problems ?? []).filter(
    ({ thing, code, values }) =>
      (thing?.kind === 'rule' && thing.id === rule.ruleId) ||
      (withLevel && code === 'LEVEL_INACTIVE' && values['level'] === rule.level),
  );
}

export function RuleProblems({ problems }: { problems: readonly ConfigProblem[] }) {
  const t = useText();
  return (
    <div className="wk-own-problems">
      {problems.map((problem) => {
        const text = problemText(t, problem);
        return (
          <p key={`${problem.path} ${text}`} className={`wk-own-${problem.severity}`}>
            {problem.severity === 'error' ? <ErrorCircleRegular aria-hidden /> : <WarningRegular aria-hidden />}
            <span>
              <span className="wk-unseen">{t(`admin.problem.${problem.severity}`)}: </span>
              {text}
            </span>
          </p>
        );
      })}
    </div>
  );
}
