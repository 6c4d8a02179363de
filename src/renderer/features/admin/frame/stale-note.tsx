import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ConfigChange } from '../../../../preload/contract/configuration.ts';
import { useText } from '../../../client/use-text.ts';
import { formatInstant, isolated } from '../../../i18n/format.ts';
import { linesOfChange } from '../describe/describe-change.ts';
import { Lines } from '../describe/lines.tsx';
import { useWords } from '../describe/words.ts';
import { useAdmin } from './admin-context.tsx';
import { currentVersion, versionBefore } from './published.ts';
import { thingOf } from '../../../../preload/contract/config-thing.ts';
import { usePersonName } from './use-person-name.ts';
import { nameOfValue } from './use-thing-name.ts';

/** Somebody published over what this change was begun on: what they changed, and whose words are to stand. */
export function StaleNote({ change }: { change: ConfigChange }) {
  const t = useText();
  const words = useWords();
  const personOf = usePersonName();
  const { config, drafts } = useAdmin();
  const thing = thingOf(change);
  const current = currentVersion(config, thing);
  if (current === null) return null;
  // Theirs as a change of the same thing, on what both began with.
  const theirs = { ...change, value: current.value } as ConfigChange;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {t('admin.staleThing', {
            name: isolated(nameOfValue(t, change)),
            person: isolated(personOf(current.savedById)),
            at: formatInstant(current.savedAt),
          })}
        </MessageBarTitle>
        {t('admin.staleHint')}
        <Lines lines={linesOfChange(theirs, versionBefore(config, change), words)} />
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => drafts.change({ ...change, basedOn: current.revision })}>
          {t('admin.keepMine')}
        </Button>
        <Button size="small" onClick={() => drafts.drop([thing])}>
          {t('admin.takeTheirs')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
