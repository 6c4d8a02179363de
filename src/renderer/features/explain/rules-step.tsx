import type { Derived } from '../../../preload/contract/explain.ts';
import { escalationTitle, ruleName, ruleText } from './rule-texts.ts';
import { SaidLine } from './said-line.tsx';
import { Step } from './step.tsx';
import type { Words } from './words.ts';

/** Every escalation rule: what it did, will do, or why it will not. */
export function RulesStep({ derived, words }: { derived: Derived; words: Words }) {
  const { t, at, user } = words;
  const { rules, escalation } = derived;
  const { byHand, acknowledgedUntil } = escalation;
  return (
    <Step value="rules" title={escalationTitle(derived, words)}>
      {byHand === null ? null : (
        <>
          <p>{t('explain.rules.byHand', { name: user(byHand.actorId), to: user(byHand.toUserId) })}</p>
          <p dir="auto">{byHand.reason}</p>
        </>
      )}
      {acknowledgedUntil === null ? null : <p>{t('explain.rules.acknowledged', { at: at(acknowledgedUntil) })}</p>}
      {rules.length === 0 ? <p>{t('explain.rules.none')}</p> : null}
      <ul className="wk-explain-lines">
        {rules.map((rule) => (
          <SaidLine key={rule.ruleVersionId} name={ruleName(rule, words)} said={ruleText(rule.standing, words)} />
        ))}
      </ul>
    </Step>
  );
}
