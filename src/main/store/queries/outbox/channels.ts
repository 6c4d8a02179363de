import type { ChannelSettings, ChannelView } from '../../../../preload/contract/messages.ts';
import type { Instant } from '../../../../preload/contract/values.ts';
import { failure, success } from '../../../../preload/contract/result.ts';
import { isClearedFor, mayIn, mayInStore } from '../../../domain/access/access.ts';
import type { User } from '../../../domain/config/config.ts';
import { channelBox, secretsOf, type Place } from '../../messages/channel-box.ts';
import { placesOf } from '../../messages/outbox-next.ts';
import { ownAuthorities } from '../../messages/own-authorities.ts';
import type { Query, ReadContext } from '../read-context.ts';

const DAY_MS = 24 * 3_600_000;
type Counts = { sent: number; failed: number; held: number };

const counted: Readonly<Record<string, keyof Counts>> = {
  sent: 'sent',
  delivered: 'sent',
  read: 'sent',
  failed: 'failed',
  expired: 'failed',
  held: 'held',
};

function nameOf({ organizationId, channel }: Place): string {
  return `${organizationId} ${channel}`;
}

/** Of the messages made in the last 24 hours that the viewer may know of: the newest rows, as far back as that. */
function countsOf({ statements, nowAt }: ReadContext, viewer: User): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  const newest = statements
    .of<[], Place & { state: string; createdAt: number; isSensitive: number | null }>(
      `SELECT m.organization_id AS organizationId, m.channel, m.state, m.created_at AS createdAt, t.sensitive AS isSensitive
       FROM message m LEFT JOIN ticket t ON t.id = m.ticket_id ORDER BY m.seq DESC`,
    )
    .iterate();
  for (const row of newest) {
    if (row.createdAt < nowAt - DAY_MS) break;
    if (row.isSensitive === 1 && !isClearedFor(viewer, row.organizationId)) continue;
    const of = counts.get(nameOf(row)) ?? { sent: 0, failed: 0, held: 0 };
    const as = counted[row.state];
    if (as !== undefined) of[as] += 1;
    counts.set(nameOf(row), of);
  }
  return counts;
}

/** Of what is known to end: an authority of the administrator's own, and a sign-in whose host lets it end. */
function firstEnd(settings: ChannelSettings | null, secrets: ReturnType<typeof secretsOf>): Instant | null {
  const authority = settings?.channel === 'email' ? ownAuthorities(settings.authorities)?.endsAt : null;
  const ends = [authority ?? null, ...secrets.map(({ endsAt }) => endsAt)].filter((at) => at !== null);
  return ends.length === 0 ? null : Math.min(...ends);
}

function viewOf(context: ReadContext, place: Place, isManager: boolean, counts: Counts | undefined): ChannelView {
  const { standing, settings, access } = channelBox(context, place, true);
  const secrets = secretsOf(context.statements, place.organizationId, place.channel);
  const isUnset = access === 'unset';
  return {
    organizationId: place.organizationId,
    channel: place.channel,
    settings: isManager ? settings : null,
    secrets: (isManager ? secrets : []).map(({ name, keptBy, savedAt }) => ({ name, keptBy, savedAt })),
    state: isUnset ? 'unset' : standing.state,
    stateSince: isUnset ? null : standing.since,
    code: isUnset ? null : standing.code,
    lastSuccessAt: standing.lastSuccessAt,
    nextProbeAt: isUnset ? null : standing.nextProbeAt,
    endsAt: firstEnd(settings, secrets),
    ...(counts ?? { sent: 0, failed: 0, held: 0 }),
  };
}

export const channelsQuery: Query<'channels'> = ({ organizationId }, context) => {
  const { viewer, config } = context;
  if (viewer === null) return failure('ACCESS_DENIED');
  const isManager = mayInStore(viewer, 'manage_channels');
  const places = placesOf(config)
    .filter((place) => organizationId === undefined || place.organizationId === organizationId)
    .filter((place) => mayIn(viewer, 'view_outbox', place.organizationId));
  if (places.length === 0) return failure('ACCESS_DENIED');
  const counts = countsOf(context, viewer);
  return success(places.map((place) => viewOf(context, place, isManager, counts.get(nameOf(place)))));
};
