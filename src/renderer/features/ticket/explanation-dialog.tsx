import type { ExplanationView, TicketView } from '../../../preload/contract/tickets.ts';
import { useServices, useUser } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { isolated } from '../../i18n/format.ts';
import { DraftDialog } from '../../ui/dialogs/draft-dialog.tsx';
import { TextDialog } from '../../ui/dialogs/text-dialog.tsx';
import type { ExplanationAct } from './explanation-card.tsx';
import type { TicketAccess } from './use-ticket.ts';

/** What asks for words; accepting asks for none. */
export type WrittenAct = Exclude<ExplanationAct, 'accept'>;

type Props = {
  act: WrittenAct;
  explanation: ExplanationView;
  ticket: TicketView;
  access: TicketAccess;
  onClose: () => void;
};

/** Answers an explanation, or sends it back. */
export function ExplanationDialog({ act, explanation, ticket, access, onClose }: Props) {
  const t = useText();
  const me = useUser();
  const { client } = useServices();
  const { id: ticketId, number } = ticket;
  const { id: requestId, ofUserId, owedById } = explanation;
  const on = { ticketId, requestId };
  const values = { number, name: isolated(explanation.ofName) };
  const isMine = me.id === ofUserId || me.id === owedById;

  switch (act) {
    case 'answer':
      return (
        <DraftDialog
          title={isMine ? t('explanation.answerTitle', values) : t('explanation.recordTitle', values)}
          hint={explanation.question}
          label={t('explanation.answer')}
          submitLabel={t('explanation.answerSubmit')}
          draftKey={`explanation:${requestId}`}
          onSubmit={(text) =>
            access.act(client.request('ticket.answerExplanation', { ...on, text }), {
              key: 'explanation.said.answered',
              values,
            })
          }
          onClose={onClose}
        />
      );
    case 'send_back':
      return (
        <TextDialog
          title={t('explanation.sendBackTitle', values)}
          hint={t('explanation.sendBackHint', values)}
          submitLabel={t('explanation.sendBackSubmit')}
          lines={{ reason: { label: t('field.reason'), required: true } }}
          onSubmit={({ reason }) =>
            access.act(client.request('ticket.sendBackExplanation', { ...on, reason }), {
              key: 'explanation.said.sentBack',
              values,
            })
          }
          onClose={onClose}
        />
      );
  }
}
