import { ChatRegular } from '@fluentui/react-icons/svg/chat';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { PhoneRegular } from '@fluentui/react-icons/svg/phone';
import type { ComponentType } from 'react';
import type { Channel } from '../../../preload/contract/values.ts';
import { useText } from '../../client/use-text.ts';
import './messages.css';

const icons: Readonly<Record<Channel, ComponentType>> = {
  whatsapp: ChatRegular,
  sms: PhoneRegular,
  email: MailRegular,
};

/** A channel by its sign and its name. */
export function ChannelMark({ channel }: { channel: Channel }) {
  const t = useText();
  const Icon = icons[channel];
  return (
    <span className="wk-channel">
      <Icon aria-hidden />
      {t(`channel.${channel}`)}
    </span>
  );
}
