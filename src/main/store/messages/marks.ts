import { parse, v5 } from 'uuid';
import type { Channel } from '../../../preload/contract/values.ts';
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

export type Marked = { organizationId: string; channel: Channel; address: string; mark: AddressMark['mark'] };

/** An event of the log, and the newest of its address. Nothing is written where it says so already. */
export function markAddress(context: WriteContext, { organizationId, channel, address, mark }: Marked): void {
  const { statements, nowAt, actorId, log } = context;
  if (marksOf(statements).of(organizationId, channel, address) === mark) return;
  const id = v5(`${organizationId} ${channel} ${address}`, NAMESPACE);
  const body: AddressMark = { id, organizationId, channel, address, mark, markedAt: nowAt };
  const event = { id: context.newId(), kind: 'address_marked', body, occurredAt: nowAt, actorId, ...context.place() };
  log.append(event, id, organizationId);
  statements
    .of<[string, string, string, string, number], never>(
      `INSERT INTO address_mark (organization_id, channel, address, mark, marked_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET mark = excluded.mark, marked_at = excluded.marked_at`,
    )
    .run(organizationId, channel, address, mark, nowAt);
}
