import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../client/use-text.ts';
import { errorCodes } from '../../../preload/contract/result.ts';
import { EntryCard } from '../../ui/entry-card.tsx';

type Props = { code: string; params: Record<string, string | number> };

/** The store did not open: what failed, what is safe, what to do, and the code to copy. */
export function Failed({ code, params }: Props) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const known = errorCodes.find((one) => one === code) ?? 'INTERNAL';
  const details = [code, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join(' ');

  return (
    <EntryCard title={t('failed.title')}>
      <div className="wk-entry-form">
        <section>
          <h2 className="wk-failed-head">{t('failed.what')}</h2>
          <p className="wk-entry-hint">{t(`errors.${known}`)}</p>
        </section>
        <section>
          <h2 className="wk-failed-head">{t('failed.safe')}</h2>
          <p className="wk-entry-hint">{t('failed.safeText')}</p>
        </section>
        <p className="wk-entry-hint">{t('failed.next')}</p>
        <p className="wk-entry-hint">
          {t('problem.code')} <bdi dir="ltr">{details}</bdi>
        </p>
        <Button onClick={() => void navigator.clipboard.writeText(details).then(() => setCopied(true))}>
          {copied ? t('actions.copied') : t('problem.copyCode')}
        </Button>
      </div>
    </EntryCard>
  );
}
