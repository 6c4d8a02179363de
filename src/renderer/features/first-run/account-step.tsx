import { Checkbox, Field, Input } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { textDirection } from '../../i18n/format.ts';
import { useText } from '../../client/use-text.ts';
import { StepActions } from './step-actions.tsx';
import { strengthOf } from './strength.ts';

export type Account = {
  displayName: string;
  userName: string;
  password: string;
  again: string;
  allowPasswordOnly: boolean;
};

type Props = {
  account: Account;
  keychain: boolean;
  onChange: (account: Account) => void;
  onBack: () => void;
  onNext: () => void;
};

/** The first administrator. What is wrong is said beside its field once somebody tried to go on, not while typing. */
export function AccountStep({ account, keychain, onChange, onBack, onNext }: Props) {
  const t = useText();
  const [tried, setTried] = useState(false);
  const strength = strengthOf(account.password);
  const strengthText = {
    short: () => t('firstRun.strengthShort', { count: strength.kind === 'short' ? strength.missing : 0 }),
    fair: () => t('firstRun.strengthFair'),
    good: () => t('firstRun.strengthGood'),
  }[strength.kind]();

  const missing = {
    displayName: account.displayName.trim() === '',
    userName: account.userName.trim() === '',
    password: strength.kind === 'short',
    again: account.again !== account.password,
    consent: !keychain && !account.allowPasswordOnly,
  };
  const errorOf = (wrong: boolean, text: string) => (tried && wrong ? { validationMessage: text } : {});
  const change = (part: Partial<Account>) => onChange({ ...account, ...part });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!Object.values(missing).some(Boolean)) onNext();
  }

  return (
    <form className="wk-entry-form" onSubmit={submit} noValidate>
      <p className="wk-entry-hint">{t('firstRun.accountHint')}</p>
      <Field label={t('firstRun.displayName')} required {...errorOf(missing.displayName, t('firstRun.required'))}>
        <Input
          value={account.displayName}
          dir={textDirection(account.displayName)}
          autoFocus
          maxLength={120}
          onChange={(_, data) => change({ displayName: data.value })}
        />
      </Field>
      <Field label={t('firstRun.userName')} required {...errorOf(missing.userName, t('firstRun.required'))}>
        <Input
          value={account.userName}
          dir={textDirection(account.userName)}
          autoComplete="username"
          maxLength={120}
          onChange={(_, data) => change({ userName: data.value })}
        />
      </Field>
      <Field
        label={t('firstRun.password')}
        required
        hint={
          <>
            <span className={`wk-strength wk-strength-${strength.kind}`} aria-hidden>
              <span />
              <span />
              <span />
            </span>
            {strengthText}
          </>
        }
        {...errorOf(missing.password, t('errors.PASSWORD_TOO_SHORT'))}
      >
        <Input
          type="password"
          value={account.password}
          dir="ltr"
          autoComplete="new-password"
          onChange={(_, data) => change({ password: data.value })}
        />
      </Field>
      <Field label={t('firstRun.passwordAgain')} required {...errorOf(missing.again, t('firstRun.passwordsDiffer'))}>
        <Input
          type="password"
          value={account.again}
          dir="ltr"
          autoComplete="new-password"
          onChange={(_, data) => change({ again: data.value })}
        />
      </Field>
      {keychain ? null : (
        <div className="wk-keychain">
          <p>
            <strong>{t('firstRun.noKeychain')}</strong>
          </p>
          <p>{t('firstRun.noKeychainHint')}</p>
          <Field {...errorOf(missing.consent, t('firstRun.allowPasswordOnlyNeeded'))}>
            <Checkbox
              checked={account.allowPasswordOnly}
              label={t('firstRun.allowPasswordOnly')}
              onChange={(_, data) => change({ allowPasswordOnly: data.checked === true })}
            />
          </Field>
        </div>
      )}
      <StepActions next={t('actions.continue')} onBack={onBack} />
    </form>
  );
}
