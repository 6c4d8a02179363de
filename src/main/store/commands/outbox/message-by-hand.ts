import { failure, success } from '../../../../preload/contract/result.ts';
import { may, mayInStore, type Subject } from '../../../domain/access/access.ts';
import type { User } from '../../../domain/config/config.ts';
import type { Happening } from '../../../domain/messages/happening.ts';
import type { Message } from '../../../domain/messages/message.ts';
import { askAgain } from '../../messages/ask-again.ts';
import { happens } from '../../messages/happens.ts';
import { rowById, toMessage } from '../../messages/message-row.ts';
import { keepText, outgoingOf } from '../../messages/outgoing.ts';
import type { Command, WriteContext } from '../write-context.ts';

const acts: Readonly<Record<'resend' | 'cancel' | 'dry_run', Happening>> = {
  resend: { kind: 'resent' },
  cancel: { kind: 'withdrawn', why: 'by_hand' },
  dry_run: { kind: 'simulated' },
};

function subjectOf(context: WriteContext, { ticketId }: Message): Subject | null {
  const row = ticketId === null ? null : context.tickets.byId(ticketId);
  return row === null ? null : { ...row, sensitive: row.sensitive === 1 };
}

/** Whoever may work its ticket; for what is about none, and after a fault of the channel, whoever manages channels. */
function mayAct(context: WriteContext, actor: User, message: Message): boolean {
  const subject = subjectOf(context, message);
  if (subject !== null && may(actor, 'work_ticket', subject, context.config)) return true;
  return mayInStore(actor, 'manage_channels') && subject?.sensitive !== true;
}

/** Held ones are rendered too, so that whoever tried can read what would have left. */
function keepWhatWouldLeave(context: WriteContext, message: Message): void {
  const rendered = outgoingOf(context, message);
  if ('outgoing' in rendered) keepText(context.statements, rendered.outgoing);
}

export const messageByHand: Command<'message-by-hand'> = ({ messageId, act }, context) => {
  const { actor, statements } = context;
  const row = rowById(statements, messageId);
  if (actor === null) return failure('ACCESS_DENIED');
  if (row === undefined) return failure('NOT_FOUND', { what: 'message' });
  const message = toMessage(row);
  // A message that one may not see reads the same as one that is not there.
  if (!mayAct(context, actor, message)) return failure('NOT_FOUND', { what: 'message' });
  const stepped = happens(context, message, acts[act], actor.id);
  if (stepped === null) return failure('UNDO_TOO_LATE');
  if (act === 'dry_run') keepWhatWouldLeave(context, message);
  if (act === 'resend') askAgain(context, row);
  return success({ state: stepped.message.state });
};
