import { Button } from '@fluentui/react-components';
import { useText } from '../../../client/use-text.ts';
import { Empty } from '../../../ui/states.tsx';
import { useAdmin } from './admin-context.tsx';
import { openThing } from './place-store.ts';

/** What was open is not there any more: a new thing was discarded, or another organization chosen. */
export function Gone() {
  const t = useText();
  const { places } = useAdmin();
  return (
    <Empty
      reason={t('admin.goneReason')}
      action={<Button onClick={() => openThing(places, null)}>{t('actions.back')}</Button>}
    />
  );
}
