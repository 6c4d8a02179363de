import { useState, type FormEvent } from 'react';
import type { Failure } from '../../../preload/contract/result.ts';
import { takeState } from '../../client/desk-store.ts';
import { useServices } from '../../client/services.tsx';
import { textDirection } from '../../i18n/format.ts';
import { useText } from '../../client/use-text.ts';
import { EntryCard } from '../../ui/entry-card.tsx';
import { spanText } from '../../ui/sla/duration.ts';
import { useTicking } from '../../ui/sla/use-ticking.ts';
import { EntryField } from './entry-field.tsx';
import './sign-in.css';

type Refused = { failure: Failure; waitUntil: number };

/**
 * Sign-in and the locked desk: the same form, with the name filled in while somebody's session waits. It is the first that
 * a start shows, and drawn without Fluent lest it waits for it.
 */
export function SignIn({ lockedUserName }: { lockedUserName: string | null }) {
  const t = useText();
  const { client, clock, desk } = useServices();
  const [switching, setSwitching] = useState(false);
  const [typedName, setTypedName] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);

  const locked = switching ? null : lockedUserName;
  const userName = locked ?? typedName;
  const waitUntil = refused?.waitUntil ?? 0;
  const waitSeconds = useTicking((nowAt) => Math.max(0, Math.ceil((waitUntil - nowAt) / 1000)));

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || waitSeconds > 0) return;
    setBusy(true);
    const answer = await client.request('session.signIn', { userName: userName.trim(), password });
    setBusy(false);
    if (answer.ok) {
      takeState(desk, answer.value);
      return;
    }
    const waitMs = Number(answer.params?.['waitMs'] ?? 0);
    setRefused({ failure: answer, waitUntil: waitMs > 0 ? clock.nowAt() + waitMs : 0 });
    setPassword('');
  }

  return (
    <EntryCard title={locked === null ? t('signIn.title') : t('signIn.lockedTitle')}>
      {locked === null ? (
        <p className="wk-entry-hint">{t('signIn.offline')}</p>
      ) : (
        <p className="wk-entry-hint">{t('signIn.lockedFor', { name: `\u2068${locked}\u2069` })}</p>
      )}
      <form className="wk-entry-form" onSubmit={(event) => void submit(event)} noValidate>
        {locked === null ? (
          <EntryField
            label={t('signIn.userName')}
            value={typedName}
            dir={textDirection(typedName)}
            autoComplete="username"
            autoFocus
            onChange={setTypedName}
          />
        ) : null}
        <EntryField
          key={locked ?? ''}
          label={t('signIn.password')}
          type="password"
          value={password}
          dir="ltr"
          autoComplete="current-password"
          autoFocus={locked !== null}
          onChange={setPassword}
        />
        <p role="alert" className="wk-error">
          {refused === null ? '' : t(`errors.${refused.failure.code}`)}
        </p>
        {waitSeconds > 0 ? (
          <p className="wk-entry-hint">{t('signIn.waitSeconds', { span: spanText(t, waitSeconds * 1000) })}</p>
        ) : null}
        <button
          type="submit"
          className="wk-button"
          disabled={userName.trim() === '' || password === '' || busy || waitSeconds > 0}
        >
          {busy ? t('signIn.working') : locked === null ? t('signIn.submit') : t('signIn.unlock')}
        </button>
        {locked === null ? null : (
          <button type="button" className="wk-button" onClick={() => setSwitching(true)}>
            {t('signIn.switchUser')}
          </button>
        )}
      </form>
    </EntryCard>
  );
}
