import type { ConfigChange } from '../../../../preload/contract/configuration.ts';
import { useText } from '../../../client/use-text.ts';
import { linesOfChange } from '../describe/describe-change.ts';
import { Lines } from '../describe/lines.tsx';
import { useWords } from '../describe/words.ts';
import { useAdmin } from '../frame/admin-context.tsx';
import { currentVersion } from '../frame/published.ts';
import { thingOf } from '../../../../preload/contract/config-thing.ts';
import { keyOf } from '../frame/things.ts';
import { nameOfValue } from '../frame/use-thing-name.ts';

/** What the draft changes, in words, thing by thing. */
export function ChangeList({ changes }: { changes: readonly ConfigChange[] }) {
  const t = useText();
  const words = useWords();
  const { config } = useAdmin();
  return (
    <section className="wk-change-list" tabIndex={0} aria-label={t('admin.publish.changes')}>
      {changes.map((change) => {
        const before = currentVersion(config, thingOf(change))?.value ?? null;
        return (
          <div key={keyOf(thingOf(change))}>
            <h3 className="wk-admin-sub">
              {t(`describe.kind.${change.kind}`)} <bdi>{nameOfValue(t, change)}</bdi>
              {before === null ? ` (${t('describe.state.new')})` : null}
            </h3>
            <Lines lines={linesOfChange(change, before, words)} />
          </div>
        );
      })}
    </section>
  );
}
