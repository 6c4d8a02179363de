import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { HourglassRegular } from '@fluentui/react-icons/svg/hourglass';
import { PauseCircleRegular } from '@fluentui/react-icons/svg/pause-circle';
import { SendRegular } from '@fluentui/react-icons/svg/send';
import type { ComponentType } from 'react';
import type { MessageView } from '../../../preload/contract/messages.ts';
import { useText } from '../../client/use-text.ts';
import { stateText, toneOf, type Tone } from './message-words.ts';
import './messages.css';

const icons: Readonly<Record<Tone, ComponentType>> = {
  waiting: HourglassRegular,
  left: SendRegular,
  arrived: CheckmarkCircleRegular,
  trouble: ErrorCircleRegular,
  held: PauseCircleRegular,
  ended: DismissCircleRegular,
};

/** Where a message stands: a shape, words, and only then a colour. */
export function StateMark({ message }: { message: Pick<MessageView, 'state' | 'channel'> }) {
  const t = useText();
  const tone = toneOf[message.state];
  const Icon = icons[tone];
  return (
    <span className={`wk-message-state wk-message-${tone}`}>
      <Icon aria-hidden />
      {stateText(t, message)}
    </span>
  );
}
