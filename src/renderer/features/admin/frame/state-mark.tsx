import { Badge } from '@fluentui/react-components';
import { useText } from '../../../client/use-text.ts';
import type { ThingView } from './views.ts';
import type { ConfigKind } from '../../../../preload/contract/config-values.ts';

type Props = { active: boolean; state: ThingView<ConfigKind>['state'] };

/** Whether a thing is in use, and whether the draft says something else than what is published. */
export function StateMark({ active, state }: Props) {
  const t = useText();
  return (
    <span className="wk-admin-marks">
      <span>{t(active ? 'describe.inUse' : 'describe.outOfUse')}</span>
      {state === 'published' ? null : (
        <Badge appearance="outline" color="informative" size="small">
          {t(`describe.state.${state}`)}
        </Badge>
      )}
    </span>
  );
}
