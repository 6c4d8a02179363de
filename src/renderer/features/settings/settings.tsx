import { Button, Field, Radio, RadioGroup, Switch } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../../../preload/contract/result.ts';
import { languageOf, takeInfo, type Preferences } from '../../client/desk-store.ts';
import { useDesk, useServices } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { InfoDialog } from '../../ui/dialogs/info-dialog.tsx';
import { oneOf, themeList } from '../../ui/value-lists.ts';
import { KeySettings } from './key-settings.tsx';
import { leftToRight } from '../../i18n/format.ts';

/** The languages of the desk, each in its own words: who looks for one may not read the other. */
const ownNames = [
  ['en', 'English'],
  ['ar', 'العربية'],
] as const;
const themeKeys = { system: 'settings.themeSystem', light: 'settings.themeLight', dark: 'settings.themeDark' } as const;

/** Each choice acts at once and is kept by the desk. */
export function Settings({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { client, commands, desk } = useServices();
  const info = useDesk((state) => state.info);
  const [choosingKeys, setChoosingKeys] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function prefer(preferences: Preferences): Promise<void> {
    const answer = await client.request('preferences.set', preferences);
    if (!answer.ok) {
      setFailure(answer);
      return;
    }
    setFailure(null);
    takeInfo(desk, answer.value);
  }

  if (choosingKeys) {
    return (
      <KeySettings own={info.keys} onChange={(keys) => void prefer({ keys })} onClose={() => setChoosingKeys(false)} />
    );
  }
  return (
    <InfoDialog title={t('settings.title')} onClose={onClose}>
      <Field label={t('settings.language')}>
        <RadioGroup
          layout="horizontal"
          value={languageOf(info)}
          onChange={(_, data) => void prefer({ language: data.value === 'ar' ? 'ar' : 'en' })}
        >
          {ownNames.map(([value, name]) => (
            <Radio key={value} value={value} label={<span lang={value}>{name}</span>} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t('settings.theme')}>
        <RadioGroup
          layout="horizontal"
          value={info.theme}
          onChange={(_, data) => void prefer({ theme: oneOf(themeList, data.value, 'system') })}
        >
          {themeList.map((theme) => (
            <Radio key={theme} value={theme} label={t(themeKeys[theme])} />
          ))}
        </RadioGroup>
      </Field>
      <Field hint={t('settings.singleKeysHint')}>
        <Switch
          checked={info.singleKeys}
          label={t('settings.singleKeys')}
          onChange={(_, data) => void prefer({ singleKeys: data.checked })}
        />
      </Field>
      <Button disabled={!info.singleKeys} onClick={() => setChoosingKeys(true)}>
        {t('settings.keysChoose')}
      </Button>
      <Button onClick={() => commands.run('reader_settings')}>{t('notifications.settings')}</Button>
      <p role="alert" className="wk-field-error">
        {failure === null ? '' : t(`errors.${failure.code}`)}
      </p>
      <p className="wk-dialog-hint">
        {t('settings.about', { version: info.version, runtime: leftToRight(info.runtime) })}
      </p>
    </InfoDialog>
  );
}
