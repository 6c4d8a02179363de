import { Button } from '@fluentui/react-components';
import { useCommand } from '../../client/use-command.ts';
import { useContactWays } from '../../client/use-contact-ways.ts';
import { useText } from '../../client/use-text.ts';
import { SlaThresholds } from '../../ui/sla/sla-thresholds.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Empty, Problem } from '../../ui/states.tsx';
import { Composer } from './composer.tsx';
import { Explanations } from './explanations.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { MessagesSection } from './messages-section.tsx';
import { SlaPanel } from './sla-panel.tsx';
import { TicketHead } from './ticket-head.tsx';
import './ticket.css';
import { Timeline } from './timeline.tsx';
import type { Mode } from './use-composer.ts';
import { useTicket } from './use-ticket.ts';

/** While no ticket is there. */
const nobody = { phone: '', email: '' };

type Props = {
  ticketId: string;
  /** What the ticket was opened to write. */
  write: Mode | null;
  onBack: () => void;
  onExplain: (ticketId: string) => void;
  /** @returns false when there is no other */
  onNext: () => boolean;
  onPrevious: () => boolean;
};

export function TicketScreen({ ticketId, write, onBack, onExplain, onNext, onPrevious }: Props) {
  const t = useText();
  const access = useTicket(ticketId);
  const { state } = access;
  const shown = state.stage === 'shown' ? state.ticket : null;
  const contact = useContactWays(shown?.organizationId, shown?.contact ?? nobody, ticketId);
  useCommand('next', () => void onNext());
  useCommand('previous', () => void onPrevious());
  useCommand('explain', () => onExplain(ticketId));

  if (state.stage === 'loading') return <Skeleton lines={10} />;
  if (state.stage === 'failed') return <Problem failure={state.failure} onRetry={() => void access.reload()} />;
  if (state.stage === 'gone') {
    return <Empty reason={t('ticket.gone')} action={<Button onClick={onBack}>{t('actions.backToQueue')}</Button>} />;
  }
  const { ticket } = state;
  return (
    <article className="wk-ticket" aria-labelledby="wk-ticket-title">
      <TicketHead ticket={ticket} access={access} onBack={onBack} />
      <div className="wk-ticket-body">
        <div className="wk-ticket-main">
          <div className="wk-ticket-story" tabIndex={0} role="region" aria-label={t('ticket.timeline')}>
            <p className="wk-ticket-description" dir="auto">
              {ticket.description === '' ? (
                <span className="wk-faint">{t('ticket.noDescription')}</span>
              ) : (
                ticket.description
              )}
            </p>
            <Timeline entries={ticket.timeline} />
          </div>
          {ticket.allowed.includes('work_ticket') ? (
            <Composer ticket={ticket} ways={contact.ways} access={access} begin={write} onNext={onNext} />
          ) : null}
        </div>
        <aside className="wk-ticket-side" aria-label={t('ticket.facts')} tabIndex={0}>
          <SlaPanel ticket={ticket} onExplain={() => onExplain(ticketId)} />
          <Explanations ticket={ticket} access={access} />
          <MessagesSection ticket={ticket} />
          <FactsPanel ticket={ticket} access={access} contact={contact} />
        </aside>
      </div>
      {ticket.sensitive ? null : <SlaThresholds clocks={ticket.clocks} calendarVersionId={ticket.calendarVersionId} />}
    </article>
  );
}
