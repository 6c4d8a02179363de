import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { TimelineEntry } from '../../../preload/contract/tickets.ts';
import { useText } from '../../client/use-text.ts';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { Timeline } from './timeline.tsx';

type Props = { entries: readonly TimelineEntry[]; mine: string; onSend: () => void; onClose: () => void };

/** What came while the reply was written, beside the reply. Both texts are kept whatever is chosen. */
export function StaleDialog({ entries, mine, onSend, onClose }: Props) {
  useFocusReturn();
  const t = useText();
  return (
    <Dialog open modalType="alert" onOpenChange={onClose}>
      <DialogSurface className="wk-dialog-wide">
        <DialogBody>
          <DialogTitle>{t('stale.title')}</DialogTitle>
          <DialogContent>
            <p className="wk-dialog-hint">{t('stale.explain')}</p>
            <div className="wk-stale">
              <section className="wk-stale-side" tabIndex={0} aria-label={t('stale.theirs')}>
                <h3>{t('stale.theirs')}</h3>
                {entries.length === 0 ? (
                  <p className="wk-stale-text">{t('stale.nothing')}</p>
                ) : (
                  <Timeline entries={entries} />
                )}
              </section>
              <section className="wk-stale-side wk-stale-mine" tabIndex={0} aria-label={t('stale.yours')}>
                <h3>{t('stale.yours')}</h3>
                <p className="wk-stale-text" dir="auto">
                  {mine}
                </p>
              </section>
            </div>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {t('stale.keepWriting')}
            </Button>
            <Button onClick={onSend}>{t('stale.sendAnyway')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
