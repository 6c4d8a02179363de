import { Select, Tab, TabList } from '@fluentui/react-components';
import { useStore } from 'zustand';
import { useNames } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { formatCount } from '../../i18n/format.ts';
import { channelList, oneOf, outboxViewList } from '../../ui/value-lists.ts';
import type { OutboxStore } from './outbox-store.ts';

/** Which messages are looked at. */
export function OutboxBar({ outbox }: { outbox: OutboxStore }) {
  const t = useText();
  const names = useNames();
  const { wish, counts } = useStore(outbox);
  return (
    <div className="wk-outbox-bar">
      <TabList
        size="small"
        aria-label={t('message.outbox.views')}
        selectedValue={wish.view}
        onTabSelect={(_, data) => void outbox.wishFor({ view: oneOf(outboxViewList, String(data.value), 'all') })}
      >
        {outboxViewList.map((view) => (
          <Tab key={view} value={view}>
            <span className="wk-outbox-view">
              {t(`message.outbox.view.${view}`)}{' '}
              <bdi className={`wk-outbox-count wk-outbox-count-${(counts?.[view] ?? 0) > 0 ? view : 'none'}`}>
                {counts === null ? '' : formatCount(counts[view])}
              </bdi>
            </span>
          </Tab>
        ))}
      </TabList>
      <div className="wk-outbox-choices">
        {names.organizations.size > 1 ? (
          <Select
            size="small"
            aria-label={t('field.organization')}
            value={wish.organizationId ?? ''}
            onChange={(_, data) => void outbox.wishFor({ organizationId: data.value === '' ? null : data.value })}
          >
            <option value="">{t('queue.allOrganizations')}</option>
            {[...names.organizations.values()].map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        ) : null}
        <Select
          size="small"
          aria-label={t('message.outbox.channel')}
          value={wish.channel ?? ''}
          onChange={(_, data) =>
            void outbox.wishFor({ channel: channelList.find((channel) => channel === data.value) ?? null })
          }
        >
          <option value="">{t('message.outbox.allChannels')}</option>
          {channelList.map((channel) => (
            <option key={channel} value={channel}>
              {t(`channel.${channel}`)}
            </option>
          ))}
        </Select>
      </div>
    </div>
  );
}
