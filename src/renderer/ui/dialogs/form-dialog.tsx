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
}: Props) {
  useFocusReturn();
  const t = useText();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(): Promise<void> {
    if (busy || disabled) return;
    setBusy(true);
    const failed = await onSubmit();
    setBusy(false);
    setFailure(failed);
    if (failed === null) onClose();
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
              {children}
              <p role="alert" className="wk-field-error">
                {failure === null ? '' : t(`errors.${failure.code}`)}
              </p>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t('actions.cancel')}</Button>
              <Button type="submit" appearance="primary" disabled={busy || disabled}>
                {submitLabel}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
