import { success, type Result } from '../../../preload/contract/result.ts';
import type { Session } from '../use-store.ts';

/** The store answers for so many at a time. */
export const LOOKED_UP = 1000;

export type TakenNumbers = { here: ReadonlySet<string>; elsewhere: ReadonlySet<string> };

/** @returns which of the numbers tickets of the organization have, and which those of another; ACCESS_DENIED */
export async function takenNumbers(
  { store, queryContext }: Session,
  organizationId: string,
  numbers: readonly string[],
): Promise<Result<TakenNumbers>> {
  const here = new Set<string>();
  const elsewhere = new Set<string>();
  for (let from = 0; from < numbers.length; from += LOOKED_UP) {
    const some = numbers.slice(from, from + LOOKED_UP);
    const taken = await store.query('numbers-taken', { organizationId, numbers: some }, queryContext());
    if (!taken.ok) return taken;
    for (const number of taken.value.here) here.add(number);
    for (const number of taken.value.elsewhere) elsewhere.add(number);
  }
  return success({ here, elsewhere });
}
