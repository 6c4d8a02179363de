import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../client/use-text.ts';
import { EntryCard } from '../../ui/entry-card.tsx';
import { StepActions } from './step-actions.tsx';

/** The one moment at which the recovery key can be seen: nobody goes on without saying that it is written down. */
export function RecoveryStep({ recoveryKey, onNext }: { recoveryKey: string; onNext: () => void }) {
  const t = useText();
  const [isWritten, setWritten] = useState(false);
  const [isRefused, setRefused] = useState(false);
  return (
    <EntryCard title={t('firstRun.recoveryTitle')}>
      <p className="wk-entry-hint">{t('firstRun.recoveryHint')}</p>
      <form
        className="wk-entry-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWritten) onNext();
          else setRefused(true);
        }}
      >
        <bdi dir="ltr" className="wk-recovery-key" aria-label={t('firstRun.recoveryTitle')} role="note">
          {recoveryKey}
        </bdi>
        <Checkbox
          autoFocus
          label={t('firstRun.recoveryWritten')}
          checked={isWritten}
          onChange={(_, data) => setWritten(data.checked === true)}
        />
        <p role="alert" className="wk-error">
          {isRefused && !isWritten ? t('firstRun.recoveryNeeded') : ''}
        </p>
        <StepActions next={t('firstRun.recoveryNext')} />
      </form>
    </EntryCard>
  );
}
