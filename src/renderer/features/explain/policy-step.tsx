import type { Derived } from '../../../preload/contract/explain.ts';
import { lostText, policyName, policyTitle, sinceText, todayTexts } from './policy-texts.ts';
import { Step } from './step.tsx';
import type { Words } from './words.ts';

/** Which policy counts, since when, why no other does, and what today's would change. */
export function PolicyStep({ policy, words }: { policy: Derived['policy']; words: Words }) {
  const { t } = words;
  const since = sinceText(policy, words);
  return (
    <Step value="policy" title={policyTitle(policy, words)} summary={t(`explain.policy.why.${policy.why}`)}>
      {policy.counts === null ? null : <p>{policyName(policy.counts, words)}</p>}
      {since === null ? null : <p>{since}</p>}
      {policy.today === null ? null : (
        <>
          <h4>{t('explain.policy.today')}</h4>
          <ul className="wk-explain-plain">
            {todayTexts(policy.today, words).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {policy.others.length === 0 ? null : (
        <>
          <h4>{t('explain.policy.others')}</h4>
          <ul className="wk-explain-lines">
            {policy.others.map((other) => (
              <li key={other.policy.versionId} className="wk-explain-line">
                <span className="wk-explain-name">{policyName(other.policy, words)}</span>
                <span>{lostText(other.lost, words)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Step>
  );
}
