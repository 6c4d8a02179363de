import type { UnjoinedMessage } from '../../../../preload/contract/messages.ts';
import { failure, success } from '../../../../preload/contract/result.ts';
import { isClearedFor, mayIn } from '../../../domain/access/access.ts';
import type { User } from '../../../domain/config/config.ts';
import { numbersIn } from '../../messages/candidates.ts';
import type { Query, ReadContext } from '../read-context.ts';

/** Of each organization; what is older nobody answers any more. */
const READ_AT_MOST = 1000;

/** Its words name a sensitive ticket, or it comes from where one was written to. Rule: product.md, SLA 10. */
function isSensitive({ statements }: ReadContext, { address, text }: UnjoinedMessage): boolean {
  const named = statements.of<[string], unknown>('SELECT 1 FROM ticket WHERE number = ? AND sensitive = 1');
  if (numbersIn(text).some((number) => named.get(number) !== undefined)) return true;
  const writtenTo = statements.of<[string], unknown>(
    `SELECT 1 FROM message m JOIN ticket t ON t.id = m.ticket_id
     WHERE m.address = ? AND m.sending_at IS NOT NULL AND t.sensitive = 1 LIMIT 1`,
  );
  return writtenTo.get(address) !== undefined;
}

function seenBy(viewer: User, message: UnjoinedMessage, context: ReadContext): UnjoinedMessage[] {
  const { organizationId } = message;
  if (!isClearedFor(viewer, organizationId) && isSensitive(context, message)) return [];
  return [mayIn(viewer, 'view_ticket', organizationId) ? message : { ...message, address: '', text: '' }];
}

/** Rule: product.md, Who may do what; docs/decisions/0011: as the outbox, administrators without words and sender. */
export const unjoinedInbound: Query<'unjoined-inbound'> = ({ organizationId, channel, limit }, context) => {
  const { viewer, config, statements } = context;
  const organizationIds = [...config.organizations()]
    .map(({ id }) => id)
    .filter((id) => viewer !== null && mayIn(viewer, 'view_outbox', id))
    .filter((id) => organizationId === undefined || id === organizationId);
  if (viewer === null || organizationIds.length === 0) return failure('ACCESS_DENIED');
  const rows = organizationIds.flatMap((id) =>
    statements
      .of<(string | number | null)[], UnjoinedMessage>(
        `SELECT provider_sid AS id, organization_id AS organizationId, channel, address, at, coalesce(text, '') AS text
         FROM inbound_message WHERE ticket_id IS NULL AND organization_id = ? AND (? IS NULL OR channel = ?)
         ORDER BY at DESC LIMIT ?`,
      )
      .all(id, channel ?? null, channel ?? null, READ_AT_MOST),
  );
  const seen = rows.sort((a, b) => b.at - a.at).flatMap((message) => seenBy(viewer, message, context));
  return success(seen.slice(0, limit));
};
