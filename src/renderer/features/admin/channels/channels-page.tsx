import { useTextPart } from '../../../client/use-text-part.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Problem } from '../../../ui/states.tsx';
import { usePlace } from '../frame/admin-context.tsx';
import { ChannelCards } from './channel-cards.tsx';
import { ChannelEditor } from './channel-editor.tsx';
import { useChannels } from './use-channels.ts';
import './channels.css';

/** WhatsApp, SMS and mail of the organization; for administrators. */
export function ChannelsPage() {
  const channel = usePlace((place) => place.thingId);
  const hasTexts = useTextPart('message');
  const channels = useChannels();
  const { store, views, failure } = channels;
  const view = views?.find((one) => one.channel === channel);
  if (!hasTexts) return <Skeleton />;
  if (channel === null) return <ChannelCards {...channels} />;
  if (view === undefined) return failure === null ? <Skeleton /> : <Problem failure={failure} />;
  return <ChannelEditor key={view.channel} view={view} store={store} />;
}
