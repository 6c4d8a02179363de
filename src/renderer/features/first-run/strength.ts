/** The shortest password that the desk takes: it guards the store's key against somebody who holds the disk. */
export const shortestPassword = 10;
const strongFrom = 16;

export type Strength = { kind: 'short'; missing: number } | { kind: 'fair' } | { kind: 'good' };

/** Length first: it is what counts against somebody who tries passwords one by one. A text of few different letters is never good. */
export function strengthOf(password: string): Strength {
  const letters = [...password];
  if (letters.length < shortestPassword) return { kind: 'short', missing: shortestPassword - letters.length };
  return letters.length >= strongFrom && new Set(letters).size >= 8 ? { kind: 'good' } : { kind: 'fair' };
}
