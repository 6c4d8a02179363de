import { messageTermsOf } from '../../domain/messages/message-terms.ts';
import { courseOf } from '../../domain/messages/course.ts';
import {
  wayOf,
  type Consequence,
  type CourseContext,
  type CourseStep,
  type Happening,
} from '../../domain/messages/happening.ts';
import type { Message, Wanted } from '../../domain/messages/message.ts';
import type { WriteContext } from '../commands/write-context.ts';
import { releaseJoined } from './bundle.ts';
import { touchChannel } from './channel-box.ts';
import { markAddress, marksOf } from './marks.ts';
import { messageIdOf, newMessage } from './new-message.ts';
import { hasNewerNews } from './newer-news.ts';
import { insertMessage, rowById, toMessage, updateMessage, updateWays } from './message-row.ts';

/** 0 to 1, from the command's own seed: the same command run again waits as long. */
function random(context: WriteContext): number {
  return Number.parseInt(context.newId().slice(-8), 16) / 0xffff_ffff;
}

function courseContext(context: WriteContext, { organizationId }: Message): CourseContext {
  const { retrySeconds } = messageTermsOf(context.config.organization(organizationId));
  return { nowAt: context.nowAt, random: random(context), retrySeconds };
}

export function tell(
  { statements, nowAt }: WriteContext,
  message: Message,
  told: CourseStep['told'],
  actorId: string | null,
): void {
  if (told === null) return;
  statements
    .of<(string | number | null)[], never>(
      'INSERT INTO message_try (message_id, at, what, state, code, actor_id) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(message.id, nowAt, told.what, message.state, told.code, actorId);
}

/** @returns whether nobody has made it yet */
function addCause(context: WriteContext, id: string, wanted: Wanted): boolean {
  const add = context.statements.of<[string, string, string | null], never>(
    'INSERT OR IGNORE INTO message_cause (id, message_id, ticket_id) VALUES (?, ?, ?)',
  );
  return add.run(id, id, wanted.ticketId).changes === 1;
}

/** The same facts, another way. */
function takeNextWay(context: WriteContext, message: Message): void {
  const step = message.step + 1;
  const row = rowById(context.statements, message.id);
  if (step >= message.ways.length || row === undefined) return;
  // The contact has heard since how the ticket stands.
  if (hasNewerNews(context.statements, message)) return;
  const wanted = JSON.parse(row.wanted) as Wanted;
  const id = messageIdOf(wanted, step);
  const { dueAt, expiresAt } = message;
  if (addCause(context, id, wanted))
    insertMessage(context.statements, newMessage({ ...wanted, dueAt, expiresAt }, step, context), wanted);
}

function cancelLater(context: WriteContext, message: Message): void {
  for (let step = message.step + 1; step < message.ways.length; step += 1) {
    const row = rowById(context.statements, messageIdOf(message, step));
    if (row !== undefined) happens(context, toMessage(row), { kind: 'withdrawn', why: 'delivered' });
  }
}

/** What a failure says of an address says nothing of the person: their stop stays. */
function markIt(context: WriteContext, message: Message, { mark }: Extract<Consequence, { kind: 'mark' }>): void {
  const { organizationId } = message;
  const { channel, address } = wayOf(message);
  if (marksOf(context.statements).of(organizationId, channel, address) === 'opted_out') return;
  markAddress(context, { organizationId, channel, address, mark });
}

/** Whoever reads its ticket hears of it, and nobody else. */
function tellWindow({ tickets, change }: WriteContext, { ticketId }: Message): void {
  const row = ticketId === null ? null : tickets.byId(ticketId);
  if (row !== null) change.touch(row);
}

type Follow<K extends Consequence['kind']> = (
  context: WriteContext,
  message: Message,
  consequence: Extract<Consequence, { kind: K }>,
) => void;

const follows: { readonly [K in Consequence['kind']]: Follow<K> } = {
  next_way: takeNextWay,
  cancel_later: cancelLater,
  new_ways: ({ statements }, message) => updateWays(statements, message),
  release_joined: (context, { id }) => releaseJoined(context, id),
  mark: markIt,
  // The writer knows no log: whoever asked hears of it.
  alarm: () => undefined,
  channel: (context, message, { effect }) =>
    touchChannel(context, { organizationId: message.organizationId, channel: wayOf(message).channel }, effect),
};

/**
 * Something happened to a message: its row, a line of its history, and what follows.
 * @returns the message as it stands now, and whether somebody has to look at it; null where it meant nothing to it
 */
export function happens(
  context: WriteContext,
  message: Message,
  happening: Happening,
  actorId: string | null = null,
): { message: Message; alarm: string | null } | null {
  const step = courseOf(message, happening, courseContext(context, message));
  if (step === null) return null;
  updateMessage(context.statements, step.message);
  tell(context, step.message, step.told, actorId);
  let alarm: string | null = null;
  for (const consequence of step.consequences) {
    if (consequence.kind === 'alarm') alarm = consequence.code;
    const follow = follows[consequence.kind] as Follow<Consequence['kind']>;
    follow(context, step.message, consequence);
  }
  context.change.messages += 1;
  tellWindow(context, message);
  return { message: step.message, alarm };
}
