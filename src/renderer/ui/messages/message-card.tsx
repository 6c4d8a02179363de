import type { ReactNode } from 'react';
import type { MessageView } from '../../../preload/contract/messages.ts';
import { useText } from '../../client/use-text.ts';
import { formatInstant } from '../../i18n/format.ts';
import { ChannelMark } from './channel-mark.tsx';
import { MessageActions } from './message-actions.tsx';
import { MessageCourse } from './message-course.tsx';
import { kindText, nextText, reasonText, recipientText, toneOf } from './message-words.ts';
import './messages.css';
import { StateMark } from './state-mark.tsx';

type Props = {
  message: MessageView;
  onDone: () => void;
  /** What it belongs to, where that is not said around it. */
  place?: ReactNode;
};

/** One message: to whom, by which way, where it stands and why; opened, its whole course and its text. */
export function MessageCard({ message, onDone, place }: Props) {
  const t = useText();
  const { recipient, address, channel, kind, state, code, tries } = message;
  const why = [reasonText(t, code), nextText(t, message)].filter((line) => line !== '');
  const at = tries.at(-1)?.at ?? message.createdAt;
  return (
    <li className={`wk-message wk-message-of-${toneOf[state]}`}>
      <details>
        <summary className="wk-message-head">
          <span className="wk-message-what">
            <ChannelMark channel={channel} />
            <span className="wk-message-kind">{kindText(t, kind)}</span>
          </span>
          <span className="wk-message-to">
            <bdi>{recipientText(t, recipient)}</bdi>{' '}
            <bdi dir="ltr" className="wk-message-faint">
              {address}
            </bdi>
          </span>
          <span className="wk-message-stand">
            <StateMark message={message} />
            <time className="wk-message-faint" dateTime={new Date(at).toISOString()}>
              {formatInstant(at)}
            </time>
          </span>
          {why.length === 0 ? null : <span className="wk-message-why">{why.join(' ')}</span>}
        </summary>
        <MessageCourse message={message} />
      </details>
      <div className="wk-message-foot">
        {place}
        <MessageActions message={message} onDone={onDone} />
      </div>
    </li>
  );
}
