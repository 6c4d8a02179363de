import { Badge } from '@fluentui/react-components';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { useTranslation } from 'react-i18next';
import type { Priority, Severity, Status } from '../../preload/contract/values.ts';
import './marks.css';

export function LevelBadge({ level }: { level: number }) {
  const { t } = useTranslation();
  if (level === 0) return null;
  return (
    <Badge appearance="filled" color="danger" size="medium" icon={<ArrowUpRegular />} className="wk-badge">
      {t('level.badge', { level })}
    </Badge>
  );
}

export function SensitiveMark() {
  const { t } = useTranslation();
  return (
    <Badge
      appearance="outline"
      color="important"
      icon={<LockClosedRegular />}
      title={t('sensitive.hint')}
      className="wk-badge"
    >
      {t('sensitive.mark')}
    </Badge>
  );
}

/** A shape beside the word: hollow, half, full or ticked says the same without colour. */
export function StatusWord({ status }: { status: Status }) {
  const { t } = useTranslation();
  return (
    <span className={`wk-status wk-status-${status}`}>
      <span className="wk-status-dot" aria-hidden />
      {t(`status.${status}`)}
    </span>
  );
}

/** Severity × priority as words; four bars show the severity at a glance. */
export function Weight({ severity, priority }: { severity: Severity; priority: Priority }) {
  const { t } = useTranslation();
  const words = { severity: t(`severity.${severity}`), priority: t(`priority.${priority}`) };
  return (
    <span className={`wk-weight wk-weight-${severity}`} title={t('queue.weightTitle', words)}>
      <span className="wk-weight-bars" aria-hidden>
        <span />
        <span />
        <span />
        <span />
      </span>
      <span className="wk-cut">{t('queue.weight', words)}</span>
    </span>
  );
}
