import { Select } from '@fluentui/react-components';
import { useStore } from 'zustand';
import { useText } from '../../client/use-text.ts';
import { formatCount } from '../../i18n/format.ts';
import { OrganizationChoice, ViewTabs } from '../../ui/list-bar.tsx';
import { channelList, outboxViewList } from '../../ui/value-lists.ts';
import type { OutboxStore } from './outbox-store.ts';

/** Which messages are looked at. */
export function OutboxBar({ outbox }: { outbox: OutboxStore }) {
  const t = useText();
  const { wish, counts } = useStore(outbox);
  return (
    <div className="wk-list-bar">
      <ViewTabs
        label={t('message.outbox.views')}
        views={outboxViewList.map((view) => ({
          view,
          label: t(`message.outbox.view.${view}`),
          count: counts === null ? '' : formatCount(counts[view]),
          tone: view === 'trouble' && (counts?.trouble ?? 0) > 0 ? 'late' : 'plain',
        }))}
        selected={wish.view}
        onSelect={(view) => void outbox.wishFor({ view })}
      />
      <div className="wk-list-choices">
        <OrganizationChoice
          selected={wish.organizationId}
          onSelect={(organizationId) => void outbox.wishFor({ organizationId })}
        />
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
