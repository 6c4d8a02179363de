import { success } from '../../../preload/contract/result.ts';
import { beginning, placesOf } from '../search/match.ts';
import { wordsOf } from '../search/words.ts';
import { ticketsOfNumber } from './find-ticket.ts';
import { queueRowsOf, toQueueRow } from './queue-rows.ts';
import type { Query, ReadContext } from './read-context.ts';
import { stretchesOf } from './scope.ts';

/** Every word must be there; the last may be the beginning of one, since it is still being typed. */
function termsOf(words: readonly string[], { statements }: ReadContext): string {
  const last = words.length - 1;
  return words.map((word, index) => (index === last ? beginning(word, statements) : `"${word}"`)).join(' AND ');
}

/** Newest first; a tracking number typed in full comes before everything. */
export const search: Query<'search'> = ({ words: text, organizationId, limit }, context) => {
  const stretches = stretchesOf(context.viewer, organizationId);
  const words = wordsOf(text).slice(0, 12);
  if (stretches.length === 0 || words.length === 0) return success([]);
  const exact = ticketsOfNumber(context, text)
    .filter((row) => organizationId === undefined || row.organizationId === organizationId)
    .map(toQueueRow);
  const found = queueRowsOf(context, placesOf(context.statements, stretches, termsOf(words, context), limit));
  const known = new Set(exact.map(({ id }) => id));
  return success([...exact, ...found.filter(({ id }) => !known.has(id))].slice(0, limit));
};
