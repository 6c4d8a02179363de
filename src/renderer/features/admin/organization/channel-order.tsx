import { Button, Checkbox } from '@fluentui/react-components';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import type { Channel } from '../../../../preload/contract/values.ts';
import { useText } from '../../../client/use-text.ts';
import { channelList } from '../../../ui/value-lists.ts';

type Props = { order: readonly Channel[]; onChange: (order: readonly Channel[]) => void };

/** Channels in the order in which they are tried, those that are not used after them. */
export function ChannelOrder({ order, onChange }: Props) {
  const t = useText();
  const unused = channelList.filter((channel) => !order.includes(channel));
  function earlier(channel: Channel): void {
    const at = order.indexOf(channel);
    const moved = order.filter((one) => one !== channel);
    onChange(moved.toSpliced(at - 1, 0, channel));
  }
  return (
    <fieldset className="wk-channel-order" data-field="messages.contactChannels">
      <legend>{t('messageTerms.contactChannels')}</legend>
      <ol>
        {[...order, ...unused].map((channel, index) => {
          const isUsed = order.includes(channel);
          const name = t(`channel.${channel}`);
          return (
            <li key={channel}>
              <Checkbox
                label={isUsed ? name : `${name} (${t('organization.channelNotUsed')})`}
                aria-label={t('organization.useChannel', { channel: name })}
                checked={isUsed}
                onChange={(_, data) =>
                  onChange(data.checked === true ? [...order, channel] : order.filter((one) => one !== channel))
                }
              />
              {isUsed && index > 0 ? (
                <Button
                  size="small"
                  appearance="subtle"
                  icon={<ArrowUpRegular />}
                  aria-label={t('organization.channelEarlier', { channel: name })}
                  onClick={() => earlier(channel)}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
      {order.length === 0 ? <p className="wk-plain wk-faint">{t('organization.noChannels')}</p> : null}
    </fieldset>
  );
}
