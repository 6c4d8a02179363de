import type { Statements } from '../statements.ts';

/** Above this many words the index's own search by beginning is as quick. */
const MOST_WORDS = 24;
/** Sorts after every letter. */
const LAST = '\u{10ffff}';
/** Sorts before every letter. */
const FIRST = '\u0001';

/** For the connection's own use, in memory: the words of the search index, one row for each place that they stand in. */
export const searchWordTable = `CREATE VIRTUAL TABLE temp.search_word USING fts5vocab('main', 'ticket_text', 'instance')`;

/**
 * The words of the index that begin like this. Searched for by themselves they are read from their newest ticket on and only
 * as far as a page needs; the index's own search by beginning first gathers every ticket of every such word (20–150 ms for a
 * common one among a million tickets).
 * @param beginning  normalised
 * @returns null where there are more than a few, or none
 */
export function expandBeginning(statements: Statements, beginning: string): string[] | null {
  // One seek to each next word: a list of them would walk all their places.
  const next = statements.of<[string, string], { term: string }>(
    'SELECT term FROM temp.search_word WHERE term >= ? AND term < ? LIMIT 1',
  );
  const words: string[] = [];
  for (let from = beginning; ;) {
    const found = next.get(from, beginning + LAST);
    if (found === undefined) return words.length === 0 ? null : words;
    if (words.length === MOST_WORDS) return null;
    words.push(found.term);
    from = found.term + FIRST;
  }
}
