import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import type { ConfigKind } from '../../../../preload/contract/config-values.ts';
import type { ConfigThing } from '../../../../preload/contract/configuration.ts';
import { useText } from '../../../client/use-text.ts';
import { useAdmin, useDraft } from './admin-context.tsx';
import { StaleNote } from './stale-note.tsx';
import { staleChanges } from './stale.ts';
import { thingOf } from '../../../../preload/contract/config-thing.ts';
import { isThing } from './things.ts';
import { openThing } from './place-store.ts';
import { StateMark } from './state-mark.tsx';
import type { ThingView } from './views.ts';

type Props = {
  thing: ConfigThing;
  name: string;
  active: boolean;
  state: ThingView<ConfigKind>['state'];
  onUse: (active: boolean) => void;
};

/** Title of one thing, the way back to the list, and what can be done with the thing as a whole. */
export function EditorHead({ thing, name, active, state, onUse }: Props) {
  const t = useText();
  const { places, drafts, config } = useAdmin();
  const changes = useDraft((draft) => draft.changes);
  const change = staleChanges(config, changes).find((one) => isThing(thing, thingOf(one)));
  const leave = () => openThing(places, null);
  function discard(): void {
    drafts.drop([thing]);
    if (state === 'new') leave();
  }
  return (
    <>
      <div className="wk-admin-head">
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowLeftRegular className="wk-admin-back" />}
          aria-label={t('actions.back')}
          onClick={leave}
        />
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <StateMark active={active} state={state} />
        <div className="wk-admin-head-end">
          {state === 'published' ? null : (
            <Button size="small" onClick={discard}>
              {t(state === 'new' ? 'admin.discardNew' : 'admin.discardChanges')}
            </Button>
          )}
          <Button size="small" onClick={() => onUse(!active)}>
            {t(active ? 'admin.takeOut' : 'admin.putBack')}
          </Button>
        </div>
      </div>
      {change === undefined ? null : (
        <div className="wk-admin-note">
          <StaleNote change={change} />
        </div>
      )}
    </>
  );
}
