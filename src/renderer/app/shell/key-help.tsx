import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { commandGroups, keyTable } from '../../client/key-table.ts';
import { useDesk } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { Keycaps } from '../../ui/keycaps.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import './key-help.css';

/** Every key of the table, by what it is for. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  useFocusReturn();
  const t = useText();
  const singleKeys = useDesk(({ info }) => info.singleKeys);
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className="wk-help">
        <DialogBody>
          <DialogTitle>{t('keys.title')}</DialogTitle>
          <DialogContent>
            {singleKeys ? null : <p className="wk-dialog-hint">{t('keys.off')}</p>}
            <div className="wk-help-groups">
              {commandGroups.map((group) => (
                <section key={group} aria-labelledby={`wk-help-${group}`}>
                  <h3 id={`wk-help-${group}`}>{t(`keys.groups.${group}`)}</h3>
                  <dl>
                    {keyTable
                      .filter((binding) => binding.group === group)
                      .map((binding) => (
                        <div key={binding.command} className="wk-help-line">
                          <dt>{t(`keys.command.${binding.command}`)}</dt>
                          <dd>
                            <Keycaps binding={binding} />
                          </dd>
                        </div>
                      ))}
                  </dl>
                </section>
              ))}
            </div>
          </DialogContent>
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
