import { commandGroups } from '../../client/key-table.ts';
import { useBindings } from '../../client/use-bindings.ts';
import { useDesk } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { InfoDialog } from '../../ui/dialogs/info-dialog.tsx';
import { Keycaps } from '../../ui/keycaps.tsx';
import './key-help.css';

/** Every key of the table, by what it is for. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const t = useText();
  const bindings = useBindings();
  const singleKeys = useDesk(({ info }) => info.singleKeys);
  return (
    <InfoDialog title={t('keys.title')} surface="wk-help" onClose={onClose}>
      {singleKeys ? null : <p className="wk-dialog-hint">{t('keys.off')}</p>}
      <div className="wk-help-groups">
        {commandGroups.map((group) => (
          <section key={group} aria-labelledby={`wk-help-${group}`}>
            <h3 id={`wk-help-${group}`}>{t(`keys.groups.${group}`)}</h3>
            <dl>
              {bindings
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
    </InfoDialog>
  );
}
