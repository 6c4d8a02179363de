import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { HourglassRegular } from '@fluentui/react-icons/svg/hourglass';
import { PauseCircleRegular } from '@fluentui/react-icons/svg/pause-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ComponentType } from 'react';
import type { ChannelView } from '../../../../preload/contract/messages.ts';
import { useText } from '../../../client/use-text.ts';
import { isBeingTried } from './channel-state.ts';

const icons: Readonly<Record<ChannelView['state'], ComponentType>> = {
  unset: CircleRegular,
  working: CheckmarkCircleRegular,
  paused: PauseCircleRegular,
  failing: WarningRegular,
};

/** How a channel stands: a shape, words, and only then a colour. */
export function ChannelState({ view }: { view: ChannelView }) {
  const t = useText();
  const Icon = isBeingTried(view) ? HourglassRegular : icons[view.state];
  return (
    <span className={`wk-channel-state wk-channel-${view.state}`}>
      <Icon aria-hidden />
      {t(`channels.state.${view.state}`)}
    </span>
  );
}
