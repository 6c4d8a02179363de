import { Button } from '@fluentui/react-components';
import { useState, type KeyboardEvent } from 'react';
import type { KeyedCommand } from '../../client/key-table.ts';
import { chooseKey, ownKeyCommands, withoutKey, type OwnKeys } from '../../client/own-keys.ts';
import { useBindings } from '../../client/use-bindings.ts';
import { useText } from '../../client/use-text.ts';
import { InfoDialog } from '../../ui/dialogs/info-dialog.tsx';
import { Keycaps } from '../../ui/keycaps.tsx';
import './key-settings.css';

type Props = { own: OwnKeys; onChange: (own: OwnKeys) => void; onClose: () => void };

/** Keys that are not for a command, but for the one who holds them down or wants to leave. */
const passedOn: ReadonlySet<string> = new Set(['Tab', 'Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

/** Every single key, each to be chosen by pressing it: what counts is its place, whatever letter is printed there. */
export function KeySettings({ own, onChange, onClose }: Props) {
  const t = useText();
  const bindings = useBindings();
  const [listening, setListening] = useState<KeyedCommand | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  function take(command: KeyedCommand, code: string): void {
    const chosen = chooseKey(own, command, code);
    if (chosen.ok) {
      onChange(chosen.own);
      setListening(null);
      setRefused(null);
      return;
    }
    setRefused(
      chosen.why === 'taken'
        ? t('settings.keyTaken', { command: t(`keys.command.${chosen.by}`) })
        : t('settings.keyUnusable'),
    );
  }

  function onKeyDown(command: KeyedCommand, event: KeyboardEvent): void {
    if (listening !== command || passedOn.has(event.key)) return;
    // Not for the dialog, which Escape would close, nor for the button, which Enter would press.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      setListening(null);
      setRefused(null);
    } else if (!event.ctrlKey && !event.altKey && !event.metaKey) {
      take(command, event.code);
    }
  }

  return (
    <InfoDialog title={t('settings.keysTitle')} onClose={onClose}>
      <p className="wk-dialog-hint">{t('settings.keysHint')}</p>
      <p role="alert" className="wk-field-error">
        {refused ?? ''}
      </p>
      <ul className="wk-own-keys">
        {ownKeyCommands.map((command) => {
          const binding = bindings.find((one) => one.command === command);
          const name = t(`keys.command.${command}`);
          return (
            <li key={command}>
              <span>{name}</span>
              {own[command] === undefined ? null : (
                <Button size="small" appearance="transparent" onClick={() => onChange(withoutKey(own, command))}>
                  {t('settings.keyAsItCame')}
                </Button>
              )}
              <Button
                size="small"
                aria-label={t('settings.keyChange', { command: name, key: binding?.keys.join(' ') ?? '' })}
                aria-pressed={listening === command}
                onClick={() => setListening(command)}
                onBlur={() => setListening(null)}
                onKeyDown={(event) => onKeyDown(command, event)}
              >
                {listening === command ? (
                  t('settings.keyPress')
                ) : binding === undefined ? (
                  t('settings.keyNone')
                ) : (
                  <Keycaps binding={binding} />
                )}
              </Button>
            </li>
          );
        })}
      </ul>
      <Button disabled={Object.keys(own).length === 0} onClick={() => onChange({})}>
        {t('settings.keysAllAsTheyCame')}
      </Button>
    </InfoDialog>
  );
}
