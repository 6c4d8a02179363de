import type { Statements } from '../statements.ts';
import { expandBeginning } from './expand-beginning.ts';
import { scopeWord } from './words.ts';

/** Below this a beginning leads to too many words to be of use. */
const SHORTEST_BEGINNING = 3;

type Stretch = { organizationId: string; sensitive: 0 | 1 };

/** A word that may only be begun, since it is still being typed. */
export function beginning(word: string, statements: Statements): string {
  if ([...word].length < SHORTEST_BEGINNING) return `"${word}"`;
  const words = expandBeginning(statements, word);
  return words === null ? `"${word}"*` : `(${words.map((known) => `"${known}"`).join(' OR ')})`;
}

/** Places (`ticket.newest`) of the newest tickets of these stretches whose words fit, newest first. */
export function placesOf(
  statements: Statements,
  stretches: readonly Stretch[],
  terms: string,
  limit: number,
): number[] {
  const scope = stretches.map(({ organizationId, sensitive }) => `"${scopeWord(organizationId, sensitive === 1)}"`);
  return statements
    .of<[string, number], { rowid: number }>(
      'SELECT rowid FROM ticket_text WHERE ticket_text MATCH ? ORDER BY rowid DESC LIMIT ?',
    )
    .all(`scope : (${scope.join(' OR ')}) AND words : (${terms})`, limit)
    .map(({ rowid }) => rowid);
}
