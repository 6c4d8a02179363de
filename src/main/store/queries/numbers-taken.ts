import { failure, success } from '../../../preload/contract/result.ts';
import { mayInStore } from '../../domain/access/access.ts';
import type { Query } from './read-context.ts';

const MOST = 1000;

/**
 * By the rule of the import itself: a number as it is written, of any ticket. Those that nobody shows to the asker count too,
 * since the import would refuse them all the same and tell as much; nothing else of a ticket is told.
 */
export const numbersTaken: Query<'numbers-taken'> = ({ organizationId, numbers }, context) => {
  const { statements, viewerId, viewer } = context;
  if (viewerId !== null && (viewer === null || !mayInStore(viewer, 'import_tickets'))) return failure('ACCESS_DENIED');
  if (numbers.length > MOST) return failure('BAD_INPUT');
  const holders = statements.of<[string], string>('SELECT organization_id FROM ticket WHERE number = ?').pluck();
  const here: string[] = [];
  const elsewhere: string[] = [];
  for (const number of numbers) {
    const organizations = holders.all(number);
    if (organizations.includes(organizationId)) here.push(number);
    else if (organizations.length > 0) elsewhere.push(number);
  }
  return success({ here, elsewhere });
};
