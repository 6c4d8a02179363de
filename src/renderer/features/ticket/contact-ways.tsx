import { Button } from '@fluentui/react-components';
import type { TFunction } from 'i18next';
import type { ContactWay } from '../../../preload/contract/messages.ts';
import type { TicketView } from '../../../preload/contract/tickets.ts';
import type { ContactAccess } from '../../client/use-contact-ways.ts';
import { useServices } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { useTextPart } from '../../client/use-text-part.ts';
import { ChannelMark } from '../../ui/messages/channel-mark.tsx';
import { leftToRight } from '../../i18n/format.ts';

type Reachable = ContactWay & { address: string };

/** What is in the way of messages on it; empty where they can go. */
function hindrance(t: TFunction, { mark, agreed, state }: ContactWay): string {
  if (mark !== null) return t(`message.ways.mark.${mark}`);
  if (!agreed) return t('message.ways.notAgreed');
  return state === 'working' ? '' : t(`message.ways.${state}`);
}

/** How the caller is reached, in the order in which it is tried, and what they said of it. */
export function ContactWays({ ticket, contact }: { ticket: TicketView; contact: ContactAccess }) {
  const t = useText();
  const hasTexts = useTextPart('message');
  const { client, messages } = useServices();
  const works = ticket.allowed.includes('work_ticket');
  if (!hasTexts || contact.ways === null) return null;
  const ways = contact.ways.filter((way): way is Reachable => way.address !== null);
  if (ways.length === 0) return t('message.ways.none');

  async function mark({ channel, address }: Reachable, as: 'opted_out' | 'allowed'): Promise<void> {
    const { organizationId } = ticket;
    const answer = await client.request('contact.mark', { organizationId, channel, address, mark: as });
    if (!answer.ok) return messages.failed(answer);
    messages.done({ key: as === 'allowed' ? 'message.ways.optedIn' : 'message.ways.optedOut' });
    contact.reload();
  }
  return (
    <ul className="wk-contact-ways">
      {ways.map((way) => {
        const as = way.mark === null ? 'opted_out' : 'allowed';
        const why = hindrance(t, way);
        const values = { address: leftToRight(way.address), channel: t(`channel.${way.channel}`) };
        return (
          <li key={way.channel}>
            <ChannelMark channel={way.channel} />
            {why === '' ? null : (
              <span className={way.mark === null ? 'wk-message-faint' : 'wk-contact-marked'}>{why}</span>
            )}
            {works ? (
              <Button
                size="small"
                appearance="transparent"
                className="wk-contact-mark"
                aria-label={t(as === 'allowed' ? 'message.ways.optInTo' : 'message.ways.optOutOf', values)}
                onClick={() => void mark(way, as)}
              >
                {t(as === 'allowed' ? 'message.ways.optIn' : 'message.ways.optOut')}
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
