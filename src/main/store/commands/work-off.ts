import { success } from '../../../preload/contract/result.ts';
import type { ReapplyWord } from '../../domain/publishing/reapplied.ts';
import { askToPlanAgain, AWAITING, nextInstantOf, toPlanAgain } from '../projection/planned.ts';
import { takeToReapply } from '../projection/reapply-orders.ts';
import { workOffAll } from './work-tickets.ts';
import type { Command } from './write-context.ts';

/**
 * What is due, oldest first: a crash midway must not starve early breaches. What only has to be planned again, or has
 * today's policies applied to it, comes after, with the room that is left.
 */
export const workOff: Command<'work-off'> = ({ limit, awaiting, telling = false }, context) => {
  const { db, nowAt } = context;
  if (awaiting) askToPlanAgain(db, AWAITING);
  const due = db
    .prepare<[number, number], string>('SELECT id FROM ticket WHERE next_at <= ? ORDER BY next_at LIMIT ?')
    .pluck()
    .all(nowAt, limit);
  const again = due.length < limit ? toPlanAgain(db, limit - due.length) : [];
  const room = limit - due.length - again.length;
  const asked = room > 0 ? takeToReapply(db, room) : [];
  const work = new Map<string, ReapplyWord | null>([...due, ...again].map((id) => [id, null]));
  for (const { ticketId, ...word } of asked) work.set(ticketId, word);
  const { acts, failures } = workOffAll(context, work);
  const nextAt = nextInstantOf(db, nowAt);
  const more = nextAt !== null && nextAt <= nowAt;
  return success({ worked: work.size, added: acts.length, more, nextAt, failures, acts: telling ? acts : [] });
};
