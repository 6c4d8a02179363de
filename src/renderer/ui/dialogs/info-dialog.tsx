import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useText } from '../../client/use-text.ts';
import { useFocusReturn } from '../use-focus-return.ts';
import './form-dialog.css';

type Props = { title: string; surface?: string; onClose: () => void; children: ReactNode };

/** A dialog that tells, or whose choices act at once: there is nothing to send, only to close. */
export function InfoDialog({ title, surface = 'wk-dialog', onClose, children }: Props) {
  useFocusReturn();
  const t = useText();
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className="wk-dialog-content">{children}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('actions.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
