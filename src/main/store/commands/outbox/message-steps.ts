import type { MessageState } from '../../../../preload/contract/messages.ts';
import { success } from '../../../../preload/contract/result.ts';
import type { Happening } from '../../../domain/messages/happening.ts';
import { happens } from '../../messages/happens.ts';
import { rowById, toMessage } from '../../messages/message-row.ts';
import type { Looked, PolledAnswer } from '../outbox-command-map.ts';
import type { Command, WriteContext } from '../write-context.ts';

type Stepped = { state: MessageState; alarm: string | null };

/** Whoever's claim has run out changes nothing any more: somebody else looks after the message. */
function step(context: WriteContext, { id, token }: { id: string; token: string }, happening: Happening): Stepped {
  const row = rowById(context.statements, id);
  // Rows are never deleted.
  if (row === undefined) return { state: 'cancelled', alarm: null };
  const message = toMessage(row);
  const stepped = message.claimToken === token ? happens(context, message, happening) : null;
  return { state: stepped?.message.state ?? message.state, alarm: stepped?.alarm ?? null };
}

export const messageSending: Command<'message-sending'> = ({ ids, token }, context) =>
  success({ ids: ids.filter((id) => step(context, { id, token }, { kind: 'sending' }).state === 'sending') });

export const messageOutcome: Command<'message-outcome'> = ({ outcome, ...of }, context) =>
  success(step(context, of, outcome));

/** @returns the newest of those that is no other message of ours */
function adopted({ statements }: WriteContext, providerSids: readonly string[]): string | undefined {
  const known = statements.of<[string], unknown>('SELECT 1 FROM message WHERE provider_sid = ?');
  return providerSids.find((sid) => known.get(sid) === undefined);
}

function lookedAs(context: WriteContext, looked: Looked): Happening {
  if (looked.kind === 'failed') return { kind: 'look_failed', retryAfterMs: looked.retryAfterMs };
  const providerSid = adopted(context, looked.providerSids);
  return providerSid === undefined ? { kind: 'not_found' } : { kind: 'found', providerSid };
}

export const messageLooked: Command<'message-looked'> = ({ looked, ...of }, context) =>
  success(step(context, of, lookedAs(context, looked)));

function polledAs(answer: PolledAnswer): Happening {
  return answer.kind === 'failed'
    ? { kind: 'poll_failed', retryAfterMs: answer.retryAfterMs }
    : { kind: 'polled', status: answer.status, code: answer.code };
}

export const messagePolled: Command<'message-polled'> = ({ polled }, context) =>
  success({ stepped: polled.map(({ answer, ...of }) => ({ id: of.id, ...step(context, of, polledAs(answer)) })) });
