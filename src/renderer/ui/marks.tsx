import type { Priority, Severity, Status } from '../../preload/contract/values.ts';
import { useText } from '../client/use-text.ts';
import './marks.css';

export function LevelBadge({ level }: { level: number }) {
  const t = useText();
  if (level === 0) return null;
  return (
    <span className="wk-badge wk-badge-level">
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden>
        <path d="M6 1.6L10 5.6L9.1 6.5L6.7 4.1V10.4H5.3V4.1L2.9 6.5L2 5.6z" fill="currentColor" />
      </svg>
      {t('level.badge', { level })}
    </span>
  );
}

export function SensitiveMark() {
  const t = useText();
  return (
    <span className="wk-badge wk-badge-sensitive" title={t('sensitive.hint')}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden>
        <path
          d="M6 1a2.5 2.5 0 0 1 2.5 2.5V5H9.5V11H2.5V5H3.5V3.5A2.5 2.5 0 0 1 6 1M6 2.1A1.4 1.4 0 0 0 4.6 3.5V5H7.4V3.5A1.4 1.4 0 0 0 6 2.1"
          fill="currentColor"
          fillRule="evenodd"
        />
      </svg>
      {t('sensitive.mark')}
    </span>
  );
}

/** A shape beside the word: hollow, half, full or ticked says the same without colour. */
export function StatusWord({ status }: { status: Status }) {
  const t = useText();
  return (
    <span className={`wk-status wk-status-${status}`}>
      <span className="wk-status-dot" aria-hidden />
      {t(`status.${status}`)}
    </span>
  );
}

/** Severity × priority as words; four bars show the severity at a glance. */
export function Weight({ severity, priority }: { severity: Severity; priority: Priority }) {
  const t = useText();
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
