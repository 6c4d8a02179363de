import { success } from '../../../preload/contract/result.ts';
import { nextInstantOf } from '../projection/planned.ts';
import type { Query } from './read-context.ts';

export const nextInstantQuery: Query<'next-instant'> = (_input, { db, statements, nowAt }) => {
  const awaiting = statements.of<[], { n: number }>('SELECT count(*) AS n FROM ticket WHERE awaiting_target = 1').get();
  return success({ nextAt: nextInstantOf(db, nowAt), awaitingTarget: awaiting?.n ?? 0 });
};
