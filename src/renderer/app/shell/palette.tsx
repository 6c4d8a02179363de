import { useEffect, useState } from 'react';
import type { QueueRow } from '../../../preload/contract/tickets.ts';
import { commandNames, isCommandName } from '../../client/key-table.ts';
import { useBindings } from '../../client/use-bindings.ts';
import { useServices } from '../../client/services.tsx';
import { plainInput, leftToRight } from '../../i18n/format.ts';
import { useText } from '../../client/use-text.ts';
import { PickerDialog } from '../../ui/dialogs/picker-dialog.tsx';
import { Keycaps } from '../../ui/keycaps.tsx';
import { fits, Picker, type Choice } from '../../ui/picker.tsx';

const searchRestMs = 150;
const ticketsShown = 8;

type Props = { onClose: () => void; onOpenTicket: (ticketId: string) => void };

/** Commands that something on screen answers to now, and tickets by number or words. */
export function Palette({ onClose, onOpenTicket }: Props) {
  const t = useText();
  const { client, commands, messages, timers } = useServices();
  const bindings = useBindings();
  const [available] = useState(() => commands.available());
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly QueueRow[]>([]);
  const plain = plainInput(words).trim();

  useEffect(() => {
    if (plain.length < 2) {
      setFound([]);
      return;
    }
    let current = true;
    const handle = timers.set(() => {
      void client
        .request('ticket.search', { words: plain, limit: ticketsShown })
        .then((answer) => current && setFound(answer.ok ? answer.value : []));
    }, searchRestMs);
    return () => {
      current = false;
      timers.clear(handle);
    };
  }, [client, timers, plain]);

  const looksLikeNumber = /^\S*\d\S*$/u.test(plain) && plain.length <= 40;
  const choices: Choice[] = [
    ...commandNames
      .filter((name) => name !== 'palette' && available.has(name))
      .flatMap((name): Choice[] => {
        const label = t(`keys.command.${name}`);
        if (plain !== '' && !fits(label, plain)) return [];
        const binding = bindings.find((one) => one.command === name);
        return [{ id: name, label, hint: binding === undefined ? undefined : <Keycaps binding={binding} /> }];
      }),
    ...(looksLikeNumber
      ? [{ id: `number:${plain}`, label: t('palette.openNumber', { number: leftToRight(plain) }) }]
      : []),
    ...found.map((row): Choice => ({
      id: `ticket:${row.id}`,
      label: row.subject,
      isName: true,
      hint: <bdi dir="ltr">{row.number}</bdi>,
    })),
  ];

  async function choose(id: string): Promise<void> {
    onClose();
    if (isCommandName(id)) {
      // After this layer has gone and given the focus back: the command may open another.
      timers.set(() => commands.run(id), 0);
    } else if (id.startsWith('ticket:')) {
      onOpenTicket(id.slice('ticket:'.length));
    } else {
      const answer = await client.request('ticket.find', { number: id.slice('number:'.length) });
      if (answer.ok) onOpenTicket(answer.value.ticketId);
      else messages.failed(answer);
    }
  }

  return (
    <PickerDialog title={t('palette.title')} onClose={onClose}>
      <Picker
        label={t('palette.placeholder')}
        listLabel={t('palette.commands')}
        placeholder={t('palette.placeholder')}
        emptyText={t('palette.nothing')}
        choices={choices}
        words={words}
        onWords={setWords}
        onChoose={(id) => void choose(id)}
      />
    </PickerDialog>
  );
}
