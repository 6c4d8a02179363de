import type { ConfigChange, Configuration } from '../../../../preload/contract/configuration.ts';
import { currentVersion } from './published.ts';
import { thingOf } from '../../../../preload/contract/config-thing.ts';

/** Changes that were begun on something that somebody else has published over since. */
export function staleChanges(config: Configuration, changes: ReadonlyMap<string, ConfigChange>): ConfigChange[] {
  return [...changes.values()].filter((change) => {
    if (change.basedOn === null) return false;
    const current = currentVersion(config, thingOf(change));
    return current !== null && current.revision !== change.basedOn;
  });
}
