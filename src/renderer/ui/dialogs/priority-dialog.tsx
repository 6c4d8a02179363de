import { Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../../../preload/contract/result.ts';
import type { Priority } from '../../../preload/contract/values.ts';
import { useText } from '../../client/use-text.ts';
import { gradeList } from '../value-lists.ts';
import { FormDialog } from './form-dialog.tsx';

type Props = {
  title: string;
  now: Priority;
  onChoose: (priority: Priority) => Promise<Failure | null>;
  onClose: () => void;
};

export function PriorityDialog({ title, now, onChoose, onClose }: Props) {
  const t = useText();
  const [priority, setPriority] = useState<Priority>(now);
  return (
    <FormDialog
      title={title}
      submitLabel={t('dialog.prioritySubmit')}
      onClose={onClose}
      onSubmit={() => onChoose(priority)}
    >
      <RadioGroup
        aria-label={t('field.priority')}
        value={priority}
        onChange={(_, data) => setPriority(gradeList.find((grade) => grade === data.value) ?? now)}
      >
        {gradeList.toReversed().map((grade) => (
          <Radio
            key={grade}
            value={grade}
            label={t(`priority.${grade}`)}
            {...(grade === now ? { autoFocus: true } : {})}
          />
        ))}
      </RadioGroup>
    </FormDialog>
  );
}
