import { useState } from 'react';
import type { TicketView } from '../../../preload/contract/tickets.ts';
import { assignable, teamsOf } from '../../client/directory-store.ts';
import { useNames, useServices, useUser } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { isolated } from '../../i18n/format.ts';
import { DraftDialog } from '../../ui/dialogs/draft-dialog.tsx';
import { PickerDialog } from '../../ui/dialogs/picker-dialog.tsx';
import { fits, Picker, type Choice } from '../../ui/picker.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import type { TicketAccess } from './use-ticket.ts';

const unnamedId = 'unnamed';

type Asked = { ofUserId: string | null; ofName: string };
type Props = { ticket: TicketView; access: TicketAccess; onClose: () => void };

/** First of whom, then what: both from the keyboard alone. */
export function AskExplanation({ ticket, access, onClose }: Props) {
  // The second dialog begins in the first, which is gone by its end: the focus goes back to before both.
  useFocusReturn();
  const [asked, setAsked] = useState<Asked | null>(null);
  return asked === null ? (
    <WhoDialog ticket={ticket} onChoose={setAsked} onClose={onClose} />
  ) : (
    <QuestionDialog ticket={ticket} access={access} asked={asked} onClose={onClose} />
  );
}

/** Everybody of the organization but oneself; on a sensitive ticket only who is cleared, since of others nobody can know. */
function WhoDialog({
  ticket,
  onChoose,
  onClose,
}: {
  ticket: TicketView;
  onChoose: (asked: Asked) => void;
  onClose: () => void;
}) {
  const t = useText();
  const names = useNames();
  const me = useUser();
  const [words, setWords] = useState('');
  const typed = words.trim();

  const teams = teamsOf(names, ticket.organizationId);
  const people = assignable(names, ticket.organizationId, ticket.sensitive)
    .filter(({ id, displayName }) => id !== me.id && fits(displayName, words))
    .toSorted((a, b) => a.displayName.localeCompare(b.displayName))
    .map((person): Choice => {
      const team = teams.find(({ memberIds }) => memberIds.includes(person.id));
      const hint = team === undefined ? undefined : <bdi>{team.name}</bdi>;
      return { id: person.id, label: person.displayName, isName: true, hint };
    });
  const unnamed: Choice[] =
    typed === '' || ticket.sensitive
      ? []
      : [{ id: unnamedId, label: t('explanation.unnamed', { name: isolated(typed) }) }];

  return (
    <PickerDialog title={t('explanation.whoTitle', { number: ticket.number })} onClose={onClose}>
      {ticket.sensitive ? <p className="wk-dialog-hint">{t('dialog.clearedOnly')}</p> : null}
      <Picker
        label={t('explanation.who')}
        listLabel={t('explanation.who')}
        placeholder={t('explanation.whoHint')}
        emptyText={t('explanation.nobodyFits')}
        choices={[...people, ...unnamed]}
        words={words}
        onWords={(now) => setWords(now.slice(0, 300))}
        onChoose={(id) =>
          onChoose(
            id === unnamedId
              ? { ofUserId: null, ofName: typed }
              : { ofUserId: id, ofName: names.users.get(id)?.displayName ?? '' },
          )
        }
      />
    </PickerDialog>
  );
}

function QuestionDialog({ ticket, access, asked, onClose }: Props & { asked: Asked }) {
  const t = useText();
  const { client } = useServices();
  const { id: ticketId, number } = ticket;
  const values = { number, name: isolated(asked.ofName) };
  const hint = ticket.sensitive
    ? t('explanation.questionHintSensitive')
    : asked.ofUserId === null
      ? t('explanation.questionHintUnnamed')
      : t('explanation.questionHint');
  return (
    <DraftDialog
      title={t('explanation.questionTitle', values)}
      hint={hint}
      label={t('explanation.question')}
      submitLabel={t('explanation.askSubmit')}
      draftKey={`question:${ticketId}`}
      onSubmit={(question) =>
        access.act(client.request('ticket.askExplanation', { ticketId, ...asked, question }), {
          key: 'explanation.said.asked',
          values,
        })
      }
      onClose={onClose}
    />
  );
}
