import type { TFunction } from 'i18next';
import type { ConfigChange, Configuration } from '../../../../preload/contract/configuration.ts';
import { useText } from '../../../client/use-text.ts';
import { isolated } from '../../../i18n/format.ts';
import { useAdmin, useDraft } from '../frame/admin-context.tsx';
import { currentVersion } from '../frame/published.ts';
import { nameOfValue } from '../frame/use-thing-name.ts';

/** What is needed to say values in words: texts, and names of what values point at. */
export type Words = {
  t: TFunction;
  /** Isolated, for the middle of a sentence. */
  name: (kind: 'organization' | 'user' | 'calendar', id: string) => string;
  list: (parts: readonly string[]) => string;
};

export function wordsOf(t: TFunction, config: Configuration, changes: ReadonlyMap<string, ConfigChange>): Words {
  return {
    t,
    name: (kind, id) => {
      const value = changes.get(`${kind} ${id}`)?.value ?? currentVersion(config, { kind, id })?.value;
      return value === undefined ? t('admin.gone') : isolated(nameOfValue(t, { kind, value }));
    },
    list: (parts) => (parts.length === 0 ? t('describe.none') : parts.join(t('admin.comma'))),
  };
}

export function useWords(): Words {
  const t = useText();
  const { config } = useAdmin();
  const changes = useDraft((draft) => draft.changes);
  return wordsOf(t, config, changes);
}
