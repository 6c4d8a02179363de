import { Button } from '@fluentui/react-components';
import { useText } from '../../../client/use-text.ts';
import { ChannelMark } from '../../../ui/messages/channel-mark.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Problem } from '../../../ui/states.tsx';
import { useAdmin } from '../frame/admin-context.tsx';
import { PageHead } from '../frame/page-head.tsx';
import { openThing } from '../frame/place-store.ts';
import { ChannelFacts } from './channel-facts.tsx';
import { ProbeButton } from './probe-button.tsx';
import type { ChannelsOfOrganization } from './use-channels.ts';

/** One card a channel: whether it can be relied on, and the ways on. */
export function ChannelCards({ store, views, failure }: ChannelsOfOrganization) {
  const t = useText();
  const { places } = useAdmin();
  return (
    <>
      <PageHead title={t('admin.page.channels')} />
      <div className="wk-admin-body">
        <p className="wk-plain wk-faint">{t('channels.intro')}</p>
        {failure === null ? null : <Problem failure={failure} onRetry={() => void store.read()} />}
        {views === null ? (
          <Skeleton />
        ) : (
          <div className="wk-channel-cards">
            {views.map((view) => {
              const { channel, settings } = view;
              const name = t(`channel.${channel}`);
              return (
                <section key={channel} className="wk-admin-part" aria-labelledby={`wk-channel-${channel}`}>
                  <h2 id={`wk-channel-${channel}`}>
                    <ChannelMark channel={channel} />
                  </h2>
                  <ChannelFacts view={view} />
                  <div className="wk-channel-acts">
                    <Button
                      size="small"
                      appearance={settings === null ? 'primary' : 'secondary'}
                      aria-label={t(settings === null ? 'channels.setUpOf' : 'channels.changeOf', { channel: name })}
                      onClick={() => openThing(places, channel)}
                    >
                      {t(settings === null ? 'channels.setUp' : 'channels.change')}
                    </Button>
                    <ProbeButton view={view} store={store} />
                  </div>
                </section>
              );
            })}
          </div>
        )}
      </div>
    </>
  );
}
