import type { MessageState } from '../../../../preload/contract/messages.ts';
import { success } from '../../../../preload/contract/result.ts';
import type { Happening } from '../../../domain/messages/happening.ts';
import { saysArrived } from '../../../domain/messages/polling.ts';
import type { Message } from '../../../domain/messages/message.ts';
import { isCall, isOurs, nameCall, nameFound, noteCall, providerSidsOf } from '../../messages/calls.ts';
import { happens } from '../../messages/happens.ts';
import { notAfterAll } from '../../messages/look-again.ts';
import { rowById, toMessage } from '../../messages/message-row.ts';
import type { Looked, PolledAnswer } from '../outbox-command-map.ts';
import type { Command, WriteContext } from '../write-context.ts';

type Stepped = { state: MessageState; alarm: string | null };

type Of = { id: string; token: string };

/** @param happening  what it comes to, by how the message stands and whether this claim still looks after it; null: nothing */
function stepBy(
  context: WriteContext,
  { id, token }: Of,
  happening: (message: Message, isCurrent: boolean) => Happening | null,
): Stepped {
  const row = rowById(context.statements, id);
  // Rows are never deleted.
  if (row === undefined) return { state: 'cancelled', alarm: null };
  const message = toMessage(row);
  const comesTo = happening(message, message.claimToken === token);
  const stepped = comesTo === null ? null : happens(context, message, comesTo);
  return { state: stepped?.message.state ?? message.state, alarm: stepped?.alarm ?? null };
}

/** Whoever's claim has run out changes nothing any more: somebody else looks after the message. */
function step(context: WriteContext, of: Of, happening: Happening): Stepped {
  return stepBy(context, of, (_message, isCurrent) => (isCurrent ? happening : null));
}

/** What was said and corrected since it was claimed counts too. */
function sendingOf(context: WriteContext, of: Of): Stepped {
  return stepBy(context, of, (message, isCurrent) =>
    isCurrent ? (notAfterAll(context, message) ?? { kind: 'sending' }) : null,
  );
}

export const messageSending: Command<'message-sending'> = ({ ids, token }, context) => {
  const leaving = ids.filter((id) => sendingOf(context, { id, token }).state === 'sending');
  for (const id of leaving) noteCall(context.statements, { id, token }, context.nowAt);
  return success({ ids: leaving });
};

/** Only a sending is answered; where somebody else looks after the message by now it is an answer all the same. */
export const messageOutcome: Command<'message-outcome'> = ({ outcome, ...of }, context) => {
  const { statements } = context;
  const isKnown = isCall(statements, of);
  const isWaitedFor = ({ state }: Message): boolean => state === 'sending' || state === 'unknown';
  const stepped = stepBy(context, of, (message, isCurrent) => {
    if (isCurrent && isWaitedFor(message)) return outcome;
    return isKnown ? { kind: 'answered_late', answer: outcome } : null;
  });
  if (outcome.kind === 'accepted' && outcome.providerSid !== null) nameCall(statements, of, outcome.providerSid);
  return success(stepped);
};

/** @returns the newest of those that is no message of ours, nor an earlier try of this one */
function adopted({ statements }: WriteContext, providerSids: readonly string[]): string | undefined {
  return providerSids.find((sid) => !isOurs(statements, sid));
}

function lookedAs(context: WriteContext, looked: Looked): Happening {
  if (looked.kind === 'failed') return { kind: 'look_failed', retryAfterMs: looked.retryAfterMs };
  const providerSid = adopted(context, looked.providerSids);
  return providerSid === undefined ? { kind: 'not_found' } : { kind: 'found', providerSid };
}

export const messageLooked: Command<'message-looked'> = ({ looked, ...of }, context) => {
  const happening = lookedAs(context, looked);
  const stepped = step(context, of, happening);
  if (happening.kind === 'found' && stepped.state === 'sent')
    nameFound(context.statements, of.id, happening.providerSid);
  return success(stepped);
};

function polledAs(answer: PolledAnswer): Happening {
  return answer.kind === 'failed'
    ? { kind: 'poll_failed', retryAfterMs: answer.retryAfterMs }
    : { kind: 'polled', status: answer.status, code: answer.code };
}

/** An earlier try changes nothing unless it arrived after all. */
function polledOf({ statements }: WriteContext, message: Message, providerSid: string, answer: PolledAnswer) {
  if (message.providerSid === providerSid) return polledAs(answer);
  const isEarlier = answer.kind === 'status' && saysArrived(answer.status);
  if (!isEarlier || !providerSidsOf(statements, message.id).includes(providerSid)) return null;
  return { kind: 'earlier_arrived', providerSid, status: answer.status } as const;
}

export const messagePolled: Command<'message-polled'> = ({ polled }, context) => {
  const stepped = polled.map(({ answer, providerSid, ...of }) => {
    const happening = (message: Message, isCurrent: boolean): Happening | null =>
      isCurrent ? polledOf(context, message, providerSid, answer) : null;
    return { id: of.id, ...stepBy(context, of, happening) };
  });
  return success({ stepped });
};
