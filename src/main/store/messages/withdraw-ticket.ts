import type { Withdrawal } from '../../domain/messages/happening.ts';
import type { Wanted } from '../../domain/messages/message.ts';
import type { WriteContext } from '../commands/write-context.ts';
import { happens } from './happens.ts';
import { leaveBundles } from './leave-bundles.ts';
import { messageColumns, toMessage, type MessageRow } from './message-row.ts';

/** What nobody may read any more is not kept either; that something was sent, when and to which address stays. */
function blanked(wanted: Wanted): Wanted {
  return { ...wanted, facts: {}, recipient: { ...wanted.recipient, name: '' } };
}

function blank({ statements }: WriteContext, row: MessageRow): void {
  const wanted = JSON.stringify(blanked(JSON.parse(row.wanted) as Wanted));
  statements
    .of<[string, string], never>(
      `UPDATE message SET wanted = ?, subject = CASE WHEN subject IS NULL THEN NULL ELSE '' END,
         text = CASE WHEN text IS NULL THEN NULL ELSE '' END WHERE id = ?`,
    )
    .run(wanted, row.id);
}

/** The text of mails of others that its news has left with goes as a whole. */
function blankBundles({ statements }: WriteContext, ticketId: string): void {
  statements
    .of<[string], never>(
      `UPDATE message SET subject = '', text = '' WHERE text IS NOT NULL AND id IN
         (SELECT message_id FROM message_cause WHERE ticket_id = ? AND joined IS NOT NULL)`,
    )
    .run(ticketId);
}

/**
 * Takes a ticket's messages away: marked sensitive, handed to another organization, or gone.
 * Rule: product.md, SLA 10; docs/decisions/0011.
 */
export function withdrawTicket(context: WriteContext, ticketId: string, why: Withdrawal): void {
  blankBundles(context, ticketId);
  leaveBundles(context, ticketId, null);
  const rows = context.statements
    .of<[string], MessageRow>(`SELECT ${messageColumns} FROM message WHERE ticket_id = ?`)
    .all(ticketId);
  for (const row of rows) {
    happens(context, toMessage(row), { kind: 'withdrawn', why });
    blank(context, row);
  }
}
