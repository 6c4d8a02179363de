import type { ConfigThing } from '../../../../preload/contract/configuration.ts';
import type { Instant } from '../../../../preload/contract/values.ts';
import { useText } from '../../../client/use-text.ts';
import { formatInstant, isolated } from '../../../i18n/format.ts';
import { usePersonName } from '../frame/use-person-name.ts';
import { useThingName } from '../frame/use-thing-name.ts';

type Stale = ConfigThing & { savedAt: Instant | null; savedById: string | null };

/** What somebody else has changed since the draft was begun. */
export function StaleList({ things }: { things: readonly Stale[] }) {
  const t = useText();
  const nameOf = useThingName();
  const personOf = usePersonName();
  return (
    <ul className="wk-stale-things">
      {things.map((thing) => (
        <li key={thing.id}>
          {thing.savedAt === null
            ? t('admin.staleGone', { name: isolated(nameOf(thing)) })
            : t('admin.staleThing', {
                name: isolated(nameOf(thing)),
                person: isolated(personOf(thing.savedById)),
                at: formatInstant(thing.savedAt),
              })}
        </li>
      ))}
    </ul>
  );
}
