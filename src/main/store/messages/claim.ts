import { smsTextOf } from '../../domain/messages/sms-text.ts';
import { messageTermsOf } from '../../domain/messages/message-terms.ts';
import type { Message } from '../../domain/messages/message.ts';
import { mayTake, taken } from '../../domain/messages/token-bucket.ts';
import type { Outgoing } from '../../ports/sender.ts';
import type { WriteContext } from '../commands/write-context.ts';
import type { ChannelBox } from './channel-box.ts';
import type { Claimed } from './handed-out.ts';
import { happens } from './happens.ts';
import { sendLanes } from './lanes.ts';
import { lookAgain } from './look-again.ts';
import { saveBucket } from './sender-bucket.ts';
import { toldNumber } from './told-number.ts';
import { messageColumns, rowById, toMessage, type MessageRow } from './message-row.ts';
import { keepText, outgoingOf } from './outgoing.ts';

/** Looked at in one transaction, whatever became of them: a person's write must not wait behind more. */
const MOST_LOOKED_AT = 100;
/** Read at once: whatever becomes of a message, it is not due any more, and the next read brings others. */
const AT_ONCE = 10;

function dueOf({ statements, nowAt }: WriteContext, box: ChannelBox, of: number): Message[] {
  return statements
    .of<[string, string, number, number, number], MessageRow>(
      `SELECT ${messageColumns} FROM message WHERE organization_id = ? AND channel = ? AND lane = ? AND next_at <= ?
       ORDER BY next_at LIMIT ?`,
    )
    .all(box.organizationId, box.channel, of, nowAt, AT_ONCE)
    .map(toMessage);
}

/** What is due, as it is taken: the oldest first within its lane. */
function* dueFrom(context: WriteContext, box: ChannelBox): Generator<Message> {
  for (const each of sendLanes) {
    for (let looked = 0; looked < MOST_LOOKED_AT; looked += AT_ONCE) {
      const messages = dueOf(context, box, each);
      yield* messages;
      if (messages.length < AT_ONCE) break;
    }
  }
}

function isDryRun({ config }: WriteContext, { organizationId }: Message): boolean {
  return messageTermsOf(config.organization(organizationId)).dryRun;
}

/** @returns the message as it leaves; null where something else became of it */
function take(context: WriteContext, message: Message, token: string): Claimed | null {
  const instead = lookAgain(context, message);
  if (instead !== null) {
    happens(context, message, instead);
    return null;
  }
  const rendered = outgoingOf(context, message);
  if ('barred' in rendered) {
    happens(context, message, { kind: 'barred', code: rendered.barred });
    return null;
  }
  keepText(context.statements, rendered.outgoing);
  if (isDryRun(context, message)) {
    happens(context, message, { kind: 'simulated' });
    return null;
  }
  if (happens(context, message, { kind: 'claimed', token }) === null) return null;
  return { ...rendered, organizationId: message.organizationId, number: toldNumber(context, message) };
}

function costOf({ channel, text }: Outgoing): number {
  return channel === 'sms' ? smsTextOf(text).segments : 1;
}

/**
 * Claims what may leave through one channel now, what is critical first.
 * @param claim.room  how many at most
 * @param claim.token  that every later write about them must carry
 */
export function claimFrom(
  context: WriteContext,
  box: ChannelBox,
  { room, token }: { room: number; token: string },
): Claimed[] {
  const { state, waitsUntil } = box.standing;
  if (box.access !== 'open' || state === 'paused' || (waitsUntil ?? 0) > context.nowAt) return [];
  const claimed: Claimed[] = [];
  let { bucket } = box;
  for (const message of dueFrom(context, box)) {
    if (claimed.length >= room || !mayTake(bucket)) break;
    const one = take(context, message, token);
    if (one === null) continue;
    claimed.push(one);
    bucket = taken(bucket, costOf(one.outgoing));
  }
  if (claimed.length > 0) saveBucket(context, box, bucket);
  return claimed;
}

/** One message of this channel, whatever else waits: somebody sits before it. */
export function claimOnly(context: WriteContext, box: ChannelBox, token: string, id: string): Claimed[] {
  const row = rowById(context.statements, id);
  if (row === undefined || row.organizationId !== box.organizationId || row.channel !== box.channel) return [];
  const one = take(context, toMessage(row), token);
  return one === null ? [] : [one];
}
