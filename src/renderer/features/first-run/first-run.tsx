import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { DeskMade } from '../../../preload/contract/people.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import type { SampleSize } from '../../../preload/contract/values.ts';
import { takeInfo, takeState } from '../../client/desk-store.ts';
import { useDesk, useServices } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { EntryCard } from '../../ui/entry-card.tsx';
import { oneOf, sampleList } from '../../ui/value-lists.ts';
import { AccountStep, type Account } from './account-step.tsx';
import './first-run.css';
import { RecoveryStep } from './recovery-step.tsx';
import { StepActions } from './step-actions.tsx';
import { WorkingStep } from './working-step.tsx';

const steps = ['language', 'account', 'sample'] as const;
/** The languages of the desk, each in its own words: who looks for one may not read the other. */
const ownNames = [
  ['en', 'English'],
  ['ar', 'العربية'],
] as const;

export function FirstRun({ keychain }: { keychain: boolean }) {
  const t = useText();
  const { client, desk } = useServices();
  const language = useDesk(({ info }) => info.language);
  const [step, setStep] = useState<(typeof steps)[number]>('language');
  const [account, setAccount] = useState<Account>({
    displayName: '',
    userName: '',
    password: '',
    again: '',
    allowPasswordOnly: false,
  });
  const [sample, setSample] = useState<SampleSize>('small');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [made, setMade] = useState<DeskMade | null>(null);

  async function chooseLanguage(value: string): Promise<void> {
    const answer = await client.request('preferences.set', { language: value === 'ar' ? 'ar' : 'en' });
    if (answer.ok) takeInfo(desk, answer.value);
    else setFailure(answer);
  }

  async function create(): Promise<void> {
    setBusy(true);
    setFailure(null);
    desk.setState({ isSettingUp: true });
    const { displayName, userName, password, allowPasswordOnly } = account;
    const answer = await client.request('desk.setUp', {
      displayName,
      userName,
      password,
      language,
      sample,
      allowPasswordOnly,
    });
    setBusy(false);
    if (answer.ok) setMade(answer.value);
    else {
      desk.setState({ isSettingUp: false });
      setFailure(answer);
    }
  }

  function enter(): void {
    desk.setState({ isSettingUp: false });
    // While the key was written down the desk may have locked itself: what it told last stands.
    if (made !== null && desk.getState().info.state.stage === 'first_run') takeState(desk, made.state);
  }

  const aside = (
    <span className="wk-entry-hint">{t('firstRun.step', { step: steps.indexOf(step) + 1, of: steps.length })}</span>
  );
  const refusal = (
    <p role="alert" className="wk-error">
      {failure === null ? '' : t(`errors.${failure.code}`)}
    </p>
  );

  if (busy) return <WorkingStep />;
  if (made !== null) return <RecoveryStep recoveryKey={made.recoveryKey} onNext={enter} />;
  if (step === 'language') {
    return (
      <EntryCard title={t('firstRun.title')} aside={aside}>
        <p className="wk-entry-hint">{t('firstRun.languageHint')}</p>
        <form className="wk-entry-form" onSubmit={(event) => (event.preventDefault(), setStep('account'))}>
          <Field label={t('firstRun.languageTitle')}>
            <RadioGroup value={language} onChange={(_, data) => void chooseLanguage(data.value)}>
              {ownNames.map(([value, name]) => (
                <Radio
                  key={value}
                  value={value}
                  label={<span lang={value}>{name}</span>}
                  autoFocus={value === language}
                />
              ))}
            </RadioGroup>
          </Field>
          {refusal}
          <StepActions next={t('actions.continue')} />
        </form>
      </EntryCard>
    );
  }
  if (step === 'account') {
    return (
      <EntryCard title={t('firstRun.accountTitle')} aside={aside}>
        <AccountStep
          account={account}
          keychain={keychain}
          onChange={setAccount}
          onBack={() => setStep('language')}
          onNext={() => setStep('sample')}
        />
      </EntryCard>
    );
  }
  return (
    <EntryCard title={t('firstRun.sampleTitle')} aside={aside}>
      <p className="wk-entry-hint">{t('firstRun.sampleHint')}</p>
      <form className="wk-entry-form" onSubmit={(event) => (event.preventDefault(), void create())}>
        <RadioGroup
          aria-label={t('firstRun.sampleTitle')}
          value={sample}
          onChange={(_, data) => setSample(oneOf(sampleList, data.value, 'none'))}
        >
          {sampleList.map((size) => (
            <Radio
              key={size}
              value={size}
              autoFocus={size === sample}
              label={
                <>
                  <span className="wk-sample-name">{t(`firstRun.sample.${size}`)}</span>
                  <span className="wk-sample-hint">{t(`firstRun.sample.${size}Hint`)}</span>
                </>
              }
            />
          ))}
        </RadioGroup>
        {refusal}
        <StepActions next={t('firstRun.create')} onBack={() => setStep('account')} />
      </form>
    </EntryCard>
  );
}
