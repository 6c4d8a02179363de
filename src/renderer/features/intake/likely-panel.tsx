import { Button } from '@fluentui/react-components';
import type { LikelyDuplicate } from '../../../preload/contract/intake.ts';
import { useBinding, useShortcut } from '../../client/use-bindings.ts';
import { useDesk } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { formatInstant, leftToRight } from '../../i18n/format.ts';
import { Keycaps } from '../../ui/keycaps.tsx';
import { StatusWord } from '../../ui/marks.tsx';

type Props = {
  likely: readonly LikelyDuplicate[];
  busy: boolean;
  onLink: (duplicate: LikelyDuplicate) => void;
  onOpen: (ticketId: string) => void;
};

/** What is open already and likely the same. The likeliest comes first and is the one that the key links to. */
export function LikelyPanel({ likely, busy, onLink, onOpen }: Props) {
  const t = useText();
  const isSingle = useDesk(({ info }) => info.singleKeys);
  const binding = useBinding('duplicates');
  const shortcut = useShortcut('duplicates');
  return (
    <section className="wk-intake-part wk-likely" aria-labelledby="wk-intake-likely" hidden={likely.length === 0}>
      <h2 id="wk-intake-likely">{t('intake.likely')}</h2>
      <p className="wk-unseen" role="status">
        {likely.length === 0 ? '' : t('intake.likelyCount', { count: likely.length })}
      </p>
      <p className="wk-likely-hint">{t('intake.linkHint')}</p>
      <ul>
        {likely.map((duplicate, index) => {
          const { ticket, because } = duplicate;
          return (
            <li key={ticket.id}>
              <button type="button" className="wk-likely-subject" dir="auto" onClick={() => onOpen(ticket.id)}>
                {ticket.subject}
              </button>
              <span className="wk-likely-about">
                <bdi dir="ltr">{ticket.number}</bdi> <StatusWord status={ticket.status} />
                <time>{formatInstant(ticket.createdAt)}</time>
              </span>
              <span className="wk-likely-because">
                {because.map((each) => t(`intake.because.${each}`)).join(' · ')}
              </span>
              <Button
                size="small"
                appearance={index === 0 ? 'primary' : 'secondary'}
                disabled={busy}
                aria-label={t('intake.linkTo', { number: leftToRight(ticket.number) })}
                onClick={() => onLink(duplicate)}
                {...(index === 0 ? shortcut : {})}
              >
                {t('intake.link')}
                {index === 0 && isSingle && binding !== undefined ? <Keycaps binding={binding} /> : null}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
