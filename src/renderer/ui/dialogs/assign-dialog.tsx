import { useState } from 'react';
import { assignable, teamsOf } from '../../client/directory-store.ts';
import { useNames, useUser } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { fits, Picker, type Choice } from '../picker.tsx';
import './form-dialog.css';
import { PickerDialog } from './picker-dialog.tsx';

const nobodyId = 'nobody';

type Props = {
  title: string;
  organizationId: string;
  sensitive: boolean;
  onAssign: (assigneeId: string | null) => void;
  onClose: () => void;
};

/** Who gets it: oneself first, then the people of the organization, then nobody. */
export function AssignDialog({ title, organizationId, sensitive, onAssign, onClose }: Props) {
  const t = useText();
  const names = useNames();
  const me = useUser();
  const [words, setWords] = useState('');

  const teams = teamsOf(names, organizationId);
  const people = assignable(names, organizationId, sensitive)
    .toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id) || a.displayName.localeCompare(b.displayName))
    .map((person): Choice => {
      const team = teams.find(({ memberIds }) => memberIds.includes(person.id));
      return {
        id: person.id,
        label: person.displayName,
        isName: true,
        hint: team === undefined ? undefined : <bdi>{team.name}</bdi>,
      };
    });
  const choices = [...people, { id: nobodyId, label: t('people.nobody') }].filter((choice) =>
    fits(choice.label, words),
  );

  return (
    <PickerDialog title={title} onClose={onClose}>
      {sensitive ? <p className="wk-dialog-hint">{t('dialog.clearedOnly')}</p> : null}
      <Picker
        label={t('dialog.assignTo')}
        listLabel={t('dialog.assignTo')}
        placeholder={t('dialog.assignHint')}
        emptyText={t('dialog.nobodyFits')}
        choices={choices}
        words={words}
        onWords={setWords}
        onChoose={(id) => {
          onAssign(id === nobodyId ? null : id);
          onClose();
        }}
      />
    </PickerDialog>
  );
}
