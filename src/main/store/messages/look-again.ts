import { wayOf, type Happening } from '../../domain/messages/happening.ts';
import type { Message } from '../../domain/messages/message.ts';
import { messageTermsOf } from '../../domain/messages/message-terms.ts';
import { audibleAt } from '../../domain/messages/quiet-hours.ts';
import type { WriteContext } from '../commands/write-context.ts';
import { marksOf } from './marks.ts';
import { rowById } from './message-row.ts';
import { outgoingOf } from './outgoing.ts';
import { stillStands } from './still-stands.ts';

/** Rule: notifications.md, Outbox: one message per recipient per 10 s. */
const APART_MS = 10_000;

type Check = (context: WriteContext, message: Message) => Happening | null;

const inTime: Check = ({ nowAt }, { expiresAt }) => (nowAt >= expiresAt ? { kind: 'expired' } : null);

const notMarked: Check = ({ statements }, message) => {
  const { channel, address } = wayOf(message);
  const mark = marksOf(statements).of(message.organizationId, channel, address);
  if (mark === undefined || mark === 'allowed') return null;
  return mark === 'opted_out' ? { kind: 'withdrawn', why: 'opted_out' } : { kind: 'barred', code: mark.toUpperCase() };
};

/** What stands in for a way on which its contact has said stop by now. Staff chose each of theirs by itself. */
const notPastOptOut: Check = ({ statements }, { organizationId, recipient, ways, step }) => {
  if (recipient.kind === 'user') return null;
  const marks = marksOf(statements);
  const isStopped = ways
    .slice(0, step)
    .some(({ channel, address }) => marks.of(organizationId, channel, address) === 'opted_out');
  return isStopped ? { kind: 'withdrawn', why: 'opted_out' } : null;
};

const notQuiet: Check = ({ config, nowAt }, { critical, kind, recipient, organizationId }) => {
  if (critical || kind === 'test') return null;
  const { quietHours } = messageTermsOf(config.organization(organizationId));
  const own = recipient.kind === 'user' ? config.readerSettings(recipient.userId)?.quietHours : null;
  const untilAt = audibleAt(nowAt, own ?? quietHours, recipient.timezone);
  return untilAt > nowAt ? { kind: 'deferred', untilAt, code: 'quiet' } : null;
};

/** Also one that is under way and has not left yet counts as just now. A test goes to whoever sits before it and asked. */
const notJustNow: Check = ({ statements, nowAt }, message) => {
  if (message.kind === 'test') return null;
  const { channel, address } = wayOf(message);
  const left = statements
    .of<[string, number], { at: number }>(
      `SELECT max(sending_at) AS at FROM message WHERE address = ? AND sending_at > ?`,
    )
    .get(address, nowAt - APART_MS);
  const under = statements
    .of<[string, string, string], unknown>(
      `SELECT 1 FROM message WHERE organization_id = ? AND channel = ? AND lane = 3 AND next_at IS NOT NULL AND address = ?`,
    )
    .get(message.organizationId, channel, address);
  const lastAt = under === undefined ? (left?.at ?? null) : nowAt;
  // The same message tried again keeps its own distance.
  if (lastAt === null || lastAt === message.sendingAt) return null;
  return { kind: 'deferred', untilAt: lastAt + APART_MS, code: 'recipient' };
};

const always: readonly Check[] = [inTime, stillStands, notMarked, notPastOptOut];
const checks: readonly Check[] = [...always, notQuiet, notJustNow];

function firstOf(from: readonly Check[], context: WriteContext, message: Message): Happening | null {
  for (const check of from) {
    const instead = check(context, message);
    if (instead !== null) return instead;
  }
  return null;
}

/**
 * Before a message leaves everything that it rests on is read once more.
 * @returns what happens to it instead of leaving; null where nothing stands against it
 * Rule: notifications.md, Outbox: deferred messages re-check the ticket first.
 */
export function lookAgain(context: WriteContext, message: Message): Happening | null {
  return firstOf(checks, context, message);
}

/** Whether a claimed message would be written in other words by now. */
function readsOtherwise(context: WriteContext, message: Message): boolean {
  const rendered = outgoingOf(context, message);
  const row = rowById(context.statements, message.id);
  return 'barred' in rendered || rendered.outgoing.text !== row?.text || rendered.outgoing.subject !== row.subject;
}

/**
 * The same once more of a message that somebody claimed and has in hand: between claiming and sending somebody may have said stop.
 * @returns what happens to it instead; put back where it goes elsewhere, or in other words
 */
export function notAfterAll(context: WriteContext, message: Message): Happening | null {
  const instead = firstOf(always, context, message);
  if (instead === null) return readsOtherwise(context, message) ? { kind: 'put_back' } : null;
  return instead.kind === 'readdressed' ? { kind: 'put_back' } : instead;
}
