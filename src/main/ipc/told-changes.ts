import type { EventPayload } from '../../preload/contract/routes.ts';
import type { QueryOutput, StoreChange } from '../store/store.ts';

/** What a viewer reads; null for nobody. */
export type Sight = QueryOutput<'sight'>['stretches'];

/**
 * What of a change the viewer may hear: tickets that they could read before it, or can now. One that has just become
 * sensitive is among them, so that a window that shows it takes it away; one that was hidden and stays so is not, and
 * neither is that anything happened to it.
 * @returns null when nothing of it concerns them
 */
export function toldOf(change: StoreChange, sight: Sight): EventPayload<'store.changed'> | null {
  const { stretches, directory } = change;
  const seen = stretches.filter(({ organizationId, sensitive }) =>
    sight.some((stretch) => stretch.organizationId === organizationId && stretch.sensitive === sensitive),
  );
  if (seen.length === 0 && !directory) return null;
  const ticketIds = [...new Set(seen.flatMap((stretch) => stretch.ticketIds))];
  return { ticketIds, many: change.many && seen.length > 0, directory };
}

/** Whether two looks at the directory gave a viewer the same sight. */
export function isSameSight(a: Sight, b: Sight): boolean {
  const names = (sight: Sight) => sight.map(({ organizationId, sensitive }) => `${organizationId} ${sensitive}`);
  const had = new Set(names(a));
  return a.length === b.length && names(b).every((name) => had.has(name));
}
