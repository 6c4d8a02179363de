import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Failure } from '../../../preload/contract/result.ts';
import { useCommand } from '../../client/use-command.ts';
import { useText } from '../../client/use-text.ts';
import { useFocusReturn } from '../use-focus-return.ts';
import './form-dialog.css';

type Props = {
  title: string;
  submitLabel: string;
  children: ReactNode;
  /** @returns what failed, shown in the dialog; null when it is done and may close */
  onSubmit: () => Promise<Failure | null>;
  onClose: () => void;
  disabled?: boolean;
  surface?: string;
  /** What came of it, shown in place of the form; null as long as nothing has. Left out: the dialog closes when it is done. */
  outcome?: ReactNode;
};

/** A small form over the screen: Enter or Ctrl+Enter submits, Escape leaves, the focus goes back to where it was. */
export function FormDialog({
  title,
  submitLabel,
  children,
  onSubmit,
  onClose,
  disabled = false,
  surface = 'wk-dialog',
  outcome,
}: Props) {
  useFocusReturn();
  const t = useText();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const isOver = outcome !== undefined && outcome !== null;

  async function submit(): Promise<void> {
    if (busy || disabled || isOver) return;
    setBusy(true);
    const failed = await onSubmit();
    setBusy(false);
    setFailure(failed);
    if (failed === null && outcome === undefined) onClose();
  }
  useCommand('send', () => void submit());

  function onFormSubmit(event: FormEvent): void {
    event.preventDefault();
    void submit();
  }

  return (
    <Dialog open onOpenChange={(_, data) => (data.open ? undefined : onClose())}>
      <DialogSurface className={surface}>
        <form onSubmit={onFormSubmit} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className="wk-dialog-content">
              {isOver ? outcome : children}
              <p role="alert" className="wk-field-error">
                {failure === null ? '' : t(`errors.${failure.code}`)}
              </p>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t(isOver ? 'actions.close' : 'actions.cancel')}</Button>
              {isOver ? null : (
                <Button type="submit" appearance="primary" disabled={busy || disabled}>
                  {submitLabel}
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
