import { success } from '../../../preload/contract/result.ts';
import { expandBeginning } from '../search/expand-beginning.ts';
import { scopeWord, wordsOf } from '../search/words.ts';
import { ticketsOfNumber } from './find-ticket.ts';
import { queueRowsOf, toQueueRow } from './queue-rows.ts';
import type { Query, ReadContext } from './read-context.ts';
import { stretchesOf, type Stretch } from './scope.ts';
import type { Statements } from '../statements.ts';

/** Below this a beginning leads to too many words to be of use. */
const SHORTEST_BEGINNING = 3;

function beginningOf(word: string, statements: Statements): string {
  const words = expandBeginning(statements, word);
  return words === null ? `"${word}"*` : `(${words.map((known) => `"${known}"`).join(' OR ')})`;
}

/** Every word must be there; the last may be the beginning of one, since it is still being typed. */
function matchOf(words: readonly string[], stretches: readonly Stretch[], { statements }: ReadContext): string {
  const last = words.length - 1;
  const terms = words.map((word, index) =>
    index === last && [...word].length >= SHORTEST_BEGINNING ? beginningOf(word, statements) : `"${word}"`,
  );
  const scope = stretches.map(({ organizationId, sensitive }) => `"${scopeWord(organizationId, sensitive === 1)}"`);
  return `scope : (${scope.join(' OR ')}) AND words : (${terms.join(' AND ')})`;
}

function placesOf({ statements }: ReadContext, match: string, limit: number): number[] {
  return statements
    .of<[string, number], { rowid: number }>(
      'SELECT rowid FROM ticket_text WHERE ticket_text MATCH ? ORDER BY rowid DESC LIMIT ?',
    )
    .all(match, limit)
    .map(({ rowid }) => rowid);
}

/** Newest first; a tracking number typed in full comes before everything. */
export const search: Query<'search'> = ({ words: text, organizationId, limit }, context) => {
  const stretches = stretchesOf(context.viewer, organizationId);
  const words = wordsOf(text).slice(0, 12);
  if (stretches.length === 0 || words.length === 0) return success([]);
  const exact = ticketsOfNumber(context, text)
    .filter((row) => organizationId === undefined || row.organizationId === organizationId)
    .map(toQueueRow);
  const found = queueRowsOf(context, placesOf(context, matchOf(words, stretches, context), limit));
  const known = new Set(exact.map(({ id }) => id));
  return success([...exact, ...found.filter(({ id }) => !known.has(id))].slice(0, limit));
};
