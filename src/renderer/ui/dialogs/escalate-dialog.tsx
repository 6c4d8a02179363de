import type { Failure } from '../../../preload/contract/result.ts';
import { useText } from '../../client/use-text.ts';
import { TextDialog } from './text-dialog.tsx';

type Props = { number: string; onEscalate: (reason: string) => Promise<Failure | null>; onClose: () => void };

/** One level up by hand, which needs a reason; from the list and from the ticket alike. */
export function EscalateDialog({ number, onEscalate, onClose }: Props) {
  const t = useText();
  return (
    <TextDialog
      title={t('dialog.escalateTitle', { number })}
      hint={t('dialog.escalateHint')}
      submitLabel={t('dialog.escalateSubmit')}
      lines={{ reason: { label: t('field.reason'), required: true } }}
      onSubmit={({ reason }) => onEscalate(reason)}
      onClose={onClose}
    />
  );
}
