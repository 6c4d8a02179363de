import { channels, type Instant } from '../../../preload/contract/values.ts';
import type { ConfigSnapshot } from '../../domain/config/config-snapshot.ts';
import { nextTokenAt } from '../../domain/messages/token-bucket.ts';
import type { Statements } from '../statements.ts';
import { channelBox, type ChannelBox, type Place } from './channel-box.ts';
import { nextDigest } from './digests.ts';
import { lane, sendLanes } from './lanes.ts';

/** How often contacts' messages are asked for. Rule: notifications.md, Twilio. */
export const INBOUND_MS = 60_000;

/** Beside the lane, for a SELECT. */
export const IS_HELD = `AND state = 'held'`;

type Context = { statements: Statements; config: ConfigSnapshot; nowAt: Instant };

/** Every place in which a message can be. */
export function placesOf(config: ConfigSnapshot): Place[] {
  return [...config.organizations()].flatMap(({ id }) => channels.map((channel) => ({ organizationId: id, channel })));
}

/** @param states  narrows it: a condition written out here, of no viewer's words */
function firstOf({ statements }: Context, { organizationId, channel }: Place, of: number, states = ''): Instant | null {
  const first = statements
    .of<[string, string, number], { at: Instant }>(
      `SELECT next_at AS at FROM message WHERE organization_id = ? AND channel = ? AND lane = ? AND next_at IS NOT NULL
       ${states} ORDER BY next_at LIMIT 1`,
    )
    .get(organizationId, channel, of);
  return first?.at ?? null;
}

function earliest(...instants: readonly (Instant | null)[]): Instant | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Not before `at`, if ever. */
const notBefore = (instant: Instant | null, at: Instant | null): Instant | null =>
  instant === null ? null : Math.max(instant, at ?? instant);

/** Asks contacts' messages of whoever has any: mail has no such box. */
export function nextInboundAt(box: ChannelBox, nowAt: Instant): Instant | null {
  if (box.channel === 'email' || box.access !== 'open' || box.standing.state === 'paused') return null;
  return box.inboundAt === null ? nowAt : notBefore(box.inboundAt + INBOUND_MS, box.standing.waitsUntil);
}

/** How WhatsApp's owner stands to the texts that it approves: only what is set up there, and works, can be asked. */
export function nextApprovalsAt(
  { access, settings, standing, nextApprovalsAt: at }: ChannelBox,
  nowAt: Instant,
): Instant | null {
  if (access !== 'open' || standing.state === 'paused' || settings?.channel !== 'whatsapp') return null;
  return settings.contentTemplates.length === 0 ? null : notBefore(at ?? nowAt, standing.waitsUntil);
}

function nextSendAt(context: Context, box: ChannelBox): Instant | null {
  const first = earliest(...sendLanes.map((each) => firstOf(context, box, each)));
  // They are to be held, and somebody has to see to that.
  if (box.access === 'unset') return first;
  if (box.access === 'closed' || first === null) return null;
  const { state, nextProbeAt, waitsUntil } = box.standing;
  if (state === 'paused') return nextProbeAt;
  const tokenAt = box.settings === null ? null : nextTokenAt(box.bucket, box.settings.rate);
  return notBefore(notBefore(first, waitsUntil), tokenAt);
}

/** What is with the provider waits for somebody who can ask there; what is held only expires. */
function nextSettleAt(context: Context, box: ChannelBox): Instant | null {
  const { standing, access } = box;
  if (access !== 'open') return firstOf(context, box, lane.settle, IS_HELD);
  const isPaused = standing.state === 'paused';
  return notBefore(firstOf(context, box, lane.settle), isPaused ? standing.nextProbeAt : standing.waitsUntil);
}

function nextOf(context: Context, box: ChannelBox): Instant | null {
  const { standing, access } = box;
  return earliest(
    nextSendAt(context, box),
    nextSettleAt(context, box),
    firstOf(context, box, lane.underWay),
    access === 'open' ? standing.nextProbeAt : null,
    nextInboundAt(box, context.nowAt),
    nextApprovalsAt(box, context.nowAt),
  );
}

/**
 * @param keychain  whether this desk reaches a keychain
 * @returns when this desk has to look at its outbox again, epoch ms; null: nothing waits
 */
export function outboxNextAt(context: Context, keychain: boolean): Instant | null {
  return earliest(
    ...placesOf(context.config).map((place) => nextOf(context, channelBox(context, place, keychain))),
    nextDigest(context),
  );
}
