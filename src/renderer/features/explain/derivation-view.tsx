import { Accordion } from '@fluentui/react-components';
import type { Derived } from '../../../preload/contract/explain.ts';
import { changeText, withoutEffectText } from './change-texts.ts';
import { PolicyStep } from './policy-step.tsx';
import { RequestsStep } from './requests-step.tsx';
import { RulesStep } from './rules-step.tsx';
import { Step } from './step.tsx';
import { TargetStep } from './target-step.tsx';
import { TellingsStep } from './tellings-step.tsx';
import type { Words } from './words.ts';

/** What would change it, then each step; the clock that matters most is open from the start. */
export function DerivationView({ derived, words }: { derived: Derived; words: Words }) {
  const { t } = words;
  const { leading, nowAt, targets, changes, withoutEffect, explanations } = derived;
  return (
    <>
      {changes.length === 0 ? null : (
        <section className="wk-explain-changes" aria-labelledby="wk-explain-changes">
          <h3 id="wk-explain-changes">{t('explain.changes')}</h3>
          <ul>
            {changes.map((change) => {
              const text = changeText(change, words);
              return <li key={text}>{text}</li>;
            })}
          </ul>
        </section>
      )}
      <Accordion multiple collapsible defaultOpenItems={leading === null ? [] : [leading]} className="wk-explain-steps">
        {targets.map((part) => (
          <TargetStep key={part.target} part={part} nowAt={nowAt} words={words} />
        ))}
        <PolicyStep policy={derived.policy} words={words} />
        <TellingsStep tellings={derived.tellings} words={words} />
        <RulesStep derived={derived} words={words} />
        {explanations.length === 0 ? null : <RequestsStep parts={explanations} words={words} />}
        {withoutEffect.length === 0 ? null : (
          <Step value="without" title={t('explain.without.title')}>
            <ul className="wk-explain-plain">
              {withoutEffect.map((each) => (
                <li key={each.eventId}>{withoutEffectText(each, words)}</li>
              ))}
            </ul>
          </Step>
        )}
      </Accordion>
    </>
  );
}
