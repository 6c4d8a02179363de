import type { Instant } from '../../../preload/contract/values.ts';
import { wayOf } from '../../domain/messages/happening.ts';
import type { Message } from '../../domain/messages/message.ts';
import type { WriteContext } from '../commands/write-context.ts';
import { providerSidsOf } from './calls.ts';
import { channelBox, saveBox, type ChannelBox, type Place } from './channel-box.ts';
import type { Tending } from './handed-out.ts';
import { happens } from './happens.ts';
import { lane, sendLanes } from './lanes.ts';
import { messageColumns, toMessage, type MessageRow } from './message-row.ts';
import { toldNumber } from './told-number.ts';
import { IS_HELD, nextApprovalsAt, nextInboundAt } from './outbox-next.ts';

const MOST = 200;
const PROBE_MS = 60_000;
/** Until an answer says otherwise, see `content-approved`. */
const APPROVALS_AGAIN_MS = 3_600_000;
/** The provider dates by its own clock, and a desk's may be minutes ahead before it is no longer trusted. */
const SKEW_MS = 10 * 60_000;
/** Of a channel that was never asked: whoever wrote before it was set up wrote to nobody. */
const FIRST_INBOUND_MS = 24 * 3_600_000;
/** The longest outage after which what contacts wrote meanwhile is still asked for. */
const LAST_INBOUND_MS = 7 * FIRST_INBOUND_MS;

function dueIn(
  { statements, nowAt }: WriteContext,
  { organizationId, channel }: Place,
  of: number,
  states = '',
): Message[] {
  return statements
    .of<[string, string, number, number, number], MessageRow>(
      `SELECT ${messageColumns} FROM message WHERE organization_id = ? AND channel = ? AND lane = ? AND next_at <= ?
       ${states} ORDER BY next_at LIMIT ?`,
    )
    .all(organizationId, channel, of, nowAt, MOST)
    .map(toMessage);
}

/** While a channel stands still, what waits for it still ends in time. */
function expireWaiting(context: WriteContext, { organizationId, channel }: ChannelBox): void {
  for (const of of sendLanes) {
    const rows = context.statements
      .of<[string, string, number, number, number], MessageRow>(
        `SELECT ${messageColumns} FROM message WHERE organization_id = ? AND channel = ? AND lane = ?
           AND next_at IS NOT NULL AND expires_at <= ? LIMIT ?`,
      )
      .all(organizationId, channel, of, context.nowAt, MOST);
    for (const row of rows) happens(context, toMessage(row), { kind: 'expired' });
  }
}

function holdAll(context: WriteContext, box: ChannelBox): void {
  for (const of of sendLanes)
    for (const message of dueIn(context, box, of)) happens(context, message, { kind: 'held', code: 'NO_CHANNEL' });
}

function settleHeld(context: WriteContext, message: Message, box: ChannelBox): void {
  if (context.nowAt >= message.expiresAt) happens(context, message, { kind: 'expired' });
  else if (box.access !== 'unset') happens(context, message, { kind: 'released' });
}

function askAbout(context: WriteContext, message: Message, tending: Tending): void {
  const token = context.newId();
  if (happens(context, message, { kind: 'asked_about', token }) === null) return;
  const { id, organizationId, reference, providerSid, sentAt, sendingAt } = message;
  const { channel, address } = wayOf(message);
  if (message.state === 'unknown') {
    const sinceAt = (sendingAt ?? message.createdAt) - SKEW_MS;
    tending.looks.push({ id, token, organizationId, channel, address, reference, sinceAt });
  } else if (providerSid !== null) {
    const { state, createdAt } = message;
    const number = toldNumber(context, message);
    const about = { id, token, organizationId, channel, sentAt: sentAt ?? createdAt, number, state };
    // Also by the names of its earlier tries; its own last, for that answer ends the question.
    const earlier = providerSidsOf(context.statements, id).filter((sid) => sid !== providerSid);
    for (const sid of [...earlier, providerSid]) tending.polls.push({ ...about, providerSid: sid });
  }
}

function settle(context: WriteContext, box: ChannelBox, tending: Tending): void {
  const canAsk = box.access === 'open' && box.standing.state !== 'paused';
  // What nobody can ask about must not stand before what is held.
  for (const message of dueIn(context, box, lane.settle, canAsk ? '' : IS_HELD)) {
    if (message.state === 'held') settleHeld(context, message, box);
    else askAbout(context, message, tending);
  }
}

/**
 * From the newest message that arrived, however long ago somebody last asked: an asking may have gone unanswered, and what
 * contacts wrote meanwhile (an opt-out among it) is not to be passed over.
 */
function inboundSince({ statements, nowAt }: WriteContext, box: ChannelBox): Instant {
  const { organizationId, channel, inboundAt } = box;
  const newest = statements
    .of<[string, string], { at: number | null }>(
      'SELECT max(at) AS at FROM inbound_message WHERE organization_id = ? AND channel = ?',
    )
    .get(organizationId, channel);
  const asked = inboundAt === null ? FIRST_INBOUND_MS : LAST_INBOUND_MS;
  return Math.max((newest?.at ?? 0) - SKEW_MS, nowAt - asked);
}

function askForChannel(context: WriteContext, box: ChannelBox, tending: Tending): void {
  const { organizationId, channel, standing } = box;
  const { nowAt, statements } = context;
  if (box.access !== 'open') return;
  const probeAt = standing.state === 'paused' ? (standing.nextProbeAt ?? nowAt) : standing.nextProbeAt;
  if (probeAt !== null && probeAt <= nowAt) {
    tending.probes.push({ organizationId, channel });
    box.standing = { ...standing, nextProbeAt: nowAt + PROBE_MS };
    saveBox(statements, box);
  }
  const approvalsAt = nextApprovalsAt(box, nowAt);
  if (approvalsAt !== null && approvalsAt <= nowAt) {
    tending.approvals.push({ organizationId, channel });
    box.nextApprovalsAt = nowAt + APPROVALS_AGAIN_MS;
    saveBox(statements, box);
  }
  const inboundAt = nextInboundAt(box, nowAt);
  if (inboundAt === null || inboundAt > nowAt) return;
  tending.inbound.push({ organizationId, channel, sinceAt: inboundSince(context, box) });
  saveBox(statements, { ...box, inboundAt: nowAt });
}

/**
 * All that is due at one channel but sending: leases, expiry, what is held, and what the world is to be asked.
 * @param keychain  whether this desk reaches a keychain
 * @returns how the channel stands by then
 */
export function tendChannel(context: WriteContext, place: Place, keychain: boolean, tending: Tending): ChannelBox {
  for (const message of dueIn(context, place, lane.underWay)) happens(context, message, { kind: 'lease_ended' });
  // Read after them: a sending that nobody answered is a failure of its channel.
  const box = channelBox(context, place, keychain);
  if (box.access === 'unset') holdAll(context, box);
  else if (box.access === 'closed' || box.standing.state === 'paused') expireWaiting(context, box);
  settle(context, box, tending);
  askForChannel(context, box, tending);
  return box;
}
