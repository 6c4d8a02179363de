import { ToggleButton } from '@fluentui/react-components';
import type { ContactWay } from '../../preload/contract/messages.ts';
import type { Channel } from '../../preload/contract/values.ts';
import { useText } from '../client/use-text.ts';
import { formatCount } from '../i18n/format.ts';
import './contact-channels.css';
import { channelList } from './value-lists.ts';

type Chosen = readonly Channel[] | null;
type Props = {
  /** In the order in which they are tried; null: as the organization does. */
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
  /** What is known of the contact's addresses, where it is. */
  ways?: readonly ContactWay[] | null;
};

/** Pressing a channel puts it behind those that are chosen, pressing it again takes it out. */
function pressed(chosen: Chosen, channel: Channel): Channel[] {
  const own = chosen ?? [];
  return own.includes(channel) ? own.filter((one) => one !== channel) : [...own, channel];
}

/** Which messages the contact agreed to, and in which order: one press a channel. */
export function ContactChannels({ chosen, onChange, ways }: Props) {
  const t = useText();
  const order = (chosen ?? []).map((channel) => t(`channel.${channel}`)).join(' · ');
  const hint =
    chosen === null
      ? t('contactChannels.usualHint')
      : chosen.length === 0
        ? t('contactChannels.noneHint')
        : t('contactChannels.orderHint', { order });
  const marked = (ways ?? []).flatMap(({ channel, mark }) => (mark === null ? [] : [{ channel, mark }]));
  return (
    <div className="wk-contact-channels" role="group" aria-label={t('contactChannels.label')}>
      <span className="wk-contact-channels-label" aria-hidden>
        {t('contactChannels.label')}
      </span>
      <div className="wk-contact-channels-row">
        <ToggleButton size="small" checked={chosen === null} onClick={() => onChange(chosen === null ? [] : null)}>
          {t('contactChannels.usual')}
        </ToggleButton>
        {channelList.map((channel) => {
          const place = (chosen ?? []).indexOf(channel) + 1;
          const name = t(`channel.${channel}`);
          return (
            <ToggleButton
              key={channel}
              size="small"
              checked={place > 0}
              onClick={() => onChange(pressed(chosen, channel))}
            >
              {place === 0 ? name : t('contactChannels.place', { place: formatCount(place), channel: name })}
            </ToggleButton>
          );
        })}
      </div>
      <span className="wk-contact-channels-hint">{hint}</span>
      <span role="status" className="wk-contact-channels-marks">
        {marked.map(({ channel, mark }) => (
          <span key={channel}>
            {t('contactChannels.marked', { channel: t(`channel.${channel}`), mark: t(`contactChannels.mark.${mark}`) })}
          </span>
        ))}
      </span>
    </div>
  );
}
