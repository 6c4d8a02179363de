import { parse, v5 } from 'uuid';
import type { Channel, Instant } from '../../../preload/contract/values.ts';
import type { AddressMark, AddressMarks } from '../../domain/config/messaging.ts';
import type { WriteContext } from '../commands/write-context.ts';
import type { Statements } from '../statements.ts';

/** Never changed: two desks that mark one address mark the same thing. */
const NAMESPACE = parse('6b1f0b5e-0c57-4ac1-9a4e-3f0a8f4f2d10');

export function marksOf(statements: Statements): AddressMarks {
  const find = statements.of<[string, string, string], { mark: AddressMark['mark'] }>(
    'SELECT mark FROM address_mark WHERE organization_id = ? AND channel = ? AND address = ?',
  );
  return { of: (organizationId, channel, address) => find.get(organizationId, channel, address)?.mark };
}

/** `at`: when it was said or done, epoch ms; left out: now. */
export type Marked = {
  organizationId: string;
  channel: Channel;
  address: string;
  mark: AddressMark['mark'];
  at?: Instant;
};

type Known = { mark: AddressMark['mark']; markedAt: Instant };

/** What the address's owner says, and not what the provider finds out. */
const isWord = (mark: AddressMark['mark']): boolean => mark === 'opted_out' || mark === 'allowed';
/** The provider dates in whole seconds: of what was said within one, the latest that is read counts. */
const SECOND_MS = 1000;

/** Whether it says something that is known already, or that something else has overtaken. */
function isOvertaken(known: Known | undefined, mark: AddressMark['mark'], at: Instant): boolean {
  if (known === undefined) return false;
  // A word that is said again holds against what was said in between and is read later.
  if (known.mark === mark) return !isWord(mark) || known.markedAt >= at;
  if (known.mark === 'opted_out' && !isWord(mark)) return true;
  if (mark === 'opted_out' && !isWord(known.mark)) return false;
  return known.markedAt >= at + SECOND_MS;
}

/** An event of the log, and what counts of its address from now on. Nothing is written where that does not change. */
export function markAddress(context: WriteContext, { organizationId, channel, address, mark, at }: Marked): void {
  const { statements, nowAt, actorId, log } = context;
  const markedAt = Math.min(at ?? nowAt, nowAt);
  const known = statements
    .of<[string, string, string], Known>(
      `SELECT mark, marked_at AS markedAt FROM address_mark WHERE organization_id = ? AND channel = ? AND address = ?`,
    )
    .get(organizationId, channel, address);
  if (isOvertaken(known, mark, markedAt)) return;
  const id = v5(`${organizationId} ${channel} ${address}`, NAMESPACE);
  const body: AddressMark = { id, organizationId, channel, address, mark, markedAt };
  const event = {
    id: context.newId(),
    kind: 'address_marked',
    body,
    occurredAt: markedAt,
    actorId,
    ...context.place(),
  };
  log.append(event, id, organizationId);
  statements
    .of<[string, string, string, string, number], never>(
      `INSERT INTO address_mark (organization_id, channel, address, mark, marked_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET mark = excluded.mark, marked_at = excluded.marked_at`,
    )
    .run(organizationId, channel, address, mark, markedAt);
}
