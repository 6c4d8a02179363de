import type { ConfigChange, ConfigThing, Configuration } from '../../../../preload/contract/configuration.ts';
import { useText } from '../../../client/use-text.ts';
import type { TFunction } from 'i18next';
import { useAdmin, useDraft } from './admin-context.tsx';
import { currentVersion } from './published.ts';
import { keyOf } from './things.ts';

type Named = Pick<ConfigChange, 'kind'> & { value: ConfigChange['value'] };

/** What a person calls a thing; a rule has no name and is called by its level, a text by its message. */
export function nameOfValue(t: TFunction, { value }: Named): string {
  if ('displayName' in value) return value.displayName;
  if ('templateId' in value) {
    const { key, language, channel } = value;
    const words = { language: t(`language.${language}`), channel: t(`channel.${channel}`) };
    return t('messageText.nameOf', { message: t(`messageText.key.${key}`), ...words });
  }
  return 'name' in value ? value.name : t('admin.ruleName', { level: value.level });
}

export function nameOfThing(
  t: TFunction,
  thing: ConfigThing,
  config: Configuration,
  changes: ReadonlyMap<string, ConfigChange>,
): string {
  const value = changes.get(keyOf(thing))?.value ?? currentVersion(config, thing)?.value;
  return value === undefined ? t('admin.gone') : nameOfValue(t, { kind: thing.kind, value });
}

/** Names of things, as the draft has them. */
export function useThingName(): (thing: ConfigThing) => string {
  const t = useText();
  const { config } = useAdmin();
  const changes = useDraft((draft) => draft.changes);
  return (thing) => nameOfThing(t, thing, config, changes);
}
