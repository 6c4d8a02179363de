import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ExplanationView, TicketView } from '../../../preload/contract/tickets.ts';
import { useServices } from '../../client/services.tsx';
import { useCommand } from '../../client/use-command.ts';
import { useText } from '../../client/use-text.ts';
import { AskExplanation } from './ask-explanation.tsx';
import { ExplanationCard, type ExplanationAct } from './explanation-card.tsx';
import { ExplanationDialog, type WrittenAct } from './explanation-dialog.tsx';
import { Section } from './section.tsx';
import type { TicketAccess } from './use-ticket.ts';
import './explanations.css';

type Open = { act: WrittenAct; explanation: ExplanationView };

/** Who was asked to explain the ticket, each with a clock of its own, and what may be done about it now. */
export function Explanations({ ticket, access }: { ticket: TicketView; access: TicketAccess }) {
  const t = useText();
  const { client, messages } = useServices();
  const [asking, setAsking] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const mayAsk = ticket.allowed.includes('ask_explanation');
  useCommand('ask_explanation', mayAsk ? () => setAsking(true) : null);
  if (ticket.explanations.length === 0 && !mayAsk) return null;

  function act(what: ExplanationAct, explanation: ExplanationView): void {
    if (what === 'accept') void accept(explanation);
    else setOpen({ act: what, explanation });
  }
  async function accept({ id: requestId }: ExplanationView): Promise<void> {
    const { id: ticketId, number } = ticket;
    const failed = await access.act(client.request('ticket.acceptExplanation', { ticketId, requestId }), {
      key: 'explanation.said.accepted',
      values: { number },
    });
    if (failed !== null) messages.failed(failed);
  }

  return (
    <Section
      title={t('explanation.title')}
      action={
        mayAsk ? (
          <Button size="small" appearance="subtle" className="wk-explanation-ask" onClick={() => setAsking(true)}>
            {t('explanation.ask')}
          </Button>
        ) : null
      }
    >
      {ticket.explanations.length === 0 ? (
        <p className="wk-plain wk-faint">{t('explanation.none')}</p>
      ) : (
        <ul className="wk-explanations">
          {ticket.explanations.toReversed().map((explanation) => (
            <ExplanationCard key={explanation.id} explanation={explanation} onAct={(what) => act(what, explanation)} />
          ))}
        </ul>
      )}
      {asking ? <AskExplanation ticket={ticket} access={access} onClose={() => setAsking(false)} /> : null}
      {open === null ? null : (
        <ExplanationDialog {...open} ticket={ticket} access={access} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}
