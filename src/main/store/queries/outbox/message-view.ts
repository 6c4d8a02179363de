import type { MessageTry, MessageView } from '../../../../preload/contract/messages.ts';
import { may, mayInStore, type Subject } from '../../../domain/access/access.ts';
import type { User } from '../../../domain/config/config.ts';
import { isOpenTo } from '../../../domain/messages/course.ts';
import { wayOf } from '../../../domain/messages/happening.ts';
import type { Message } from '../../../domain/messages/message.ts';
import { renderMessage } from '../../../domain/messages/render.ts';
import { toMessage, type MessageRow } from '../../messages/message-row.ts';
import type { ReadContext } from '../read-context.ts';

type TicketPlace = { organizationId: string; teamId: string | null; assigneeId: string | null; sensitive: number };

/** @returns null for a message about no ticket, or about one that is gone */
function subjectOf({ statements }: ReadContext, { ticketId }: MessageRow): Subject | null {
  if (ticketId === null) return null;
  const row = statements
    .of<[string], TicketPlace>(
      'SELECT organization_id AS organizationId, team_id AS teamId, assignee_id AS assigneeId, sensitive FROM ticket WHERE id = ?',
    )
    .get(ticketId);
  return row === undefined ? null : { ...row, sensitive: row.sensitive === 1 };
}

function triesOf({ statements }: ReadContext, { id, createdAt }: MessageRow): MessageTry[] {
  const rows = statements
    .of<[string], MessageTry>(
      'SELECT at, what, state, code, actor_id AS actorId FROM message_try WHERE message_id = ? ORDER BY seq',
    )
    .all(id);
  return [{ at: createdAt, what: 'queued', state: 'queued', code: null, actorId: null }, ...rows];
}

/** As it left, or as it would leave now. */
function textOf({ config }: ReadContext, row: MessageRow, message: Message): { subject: string | null; text: string } {
  if (row.text !== null) return { subject: row.subject, text: row.text };
  try {
    const { subject, text } = renderMessage(message, wayOf(message).channel, config);
    return { subject, text };
  } catch (error) {
    // Nobody wrote a text for it: that is what becomes of it when it is to leave.
    if (error instanceof RangeError) return { subject: null, text: '' };
    throw error;
  }
}

function mayAct(viewer: User, subject: Subject | null, { config }: ReadContext): boolean {
  if (subject !== null && may(viewer, 'work_ticket', subject, config)) return true;
  return mayInStore(viewer, 'manage_channels') && subject?.sensitive !== true;
}

/** Nothing of what a message says, nor to whom. */
const hidden = { subject: null, text: '', address: '' } as const;

/**
 * @param readTicketId  the ticket that is being read, which is audited where it is sensitive; null: none is
 * @returns null where the viewer may not even know of it: a sensitive ticket's. Without its text, name and address where
 * the viewer sees how messages go and no tickets, and of a sensitive ticket that is not being read.
 * Rule: product.md, SLA 10; security.md, 4.
 */
export function messageView(
  context: ReadContext,
  row: MessageRow,
  viewer: User,
  readTicketId: string | null,
): MessageView | null {
  const { config } = context;
  const message = toMessage(row);
  const { recipient } = message;
  const subject = subjectOf(context, row);
  if (subject?.sensitive === true && !may(viewer, 'view_ticket', subject, config)) return null;
  const userId = recipient.kind === 'user' ? recipient.userId : null;
  const isRestricted = subject?.sensitive === true && row.ticketId !== readTicketId;
  const isShown =
    subject === null ? userId === viewer.id : !isRestricted && may(viewer, 'view_ticket', subject, config);
  const does = mayAct(viewer, subject, context);
  const { id, organizationId, ticketId, number, kind, critical, state, createdAt, dueAt, expiresAt } = message;
  const { sentAt, finalAt, nextAt, code } = message;
  return {
    id,
    organizationId,
    ticketId,
    number,
    kind: isRestricted ? 'restricted' : kind,
    channel: wayOf(message).channel,
    recipient: { kind: recipient.kind, userId: isRestricted ? null : userId, name: isShown ? recipient.name : '' },
    language: recipient.language,
    critical,
    state,
    createdAt,
    dueAt,
    expiresAt,
    sentAt,
    finalAt,
    nextAt,
    code,
    ...(isShown ? { address: row.address, ...textOf(context, row, message) } : hidden),
    canResend: does && isOpenTo('resent', state),
    canCancel: does && isOpenTo('withdrawn', state),
    tries: triesOf(context, row),
  };
}
