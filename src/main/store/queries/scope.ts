import { scopeOf } from '../../domain/access/access.ts';
import type { User } from '../../domain/config/config.ts';

/** One stretch of every index on tickets: an organization's plain tickets, or its sensitive ones. */
export type Stretch = { organizationId: string; sensitive: 0 | 1 };

/**
 * What a list, count or search reads for a viewer, and nothing beside it: rows that the viewer may not see are not read and
 * then left out, they are never touched. Rule: product.md, SLA 10.
 * @param organizationId  one of the viewer's; any other gives nothing
 */
export function stretchesOf(viewer: User | null, organizationId: string | undefined): Stretch[] {
  if (viewer === null) return [];
  const sight = scopeOf(viewer);
  return sight.organizationIds
    .filter((id) => organizationId === undefined || id === organizationId)
    .flatMap((id): Stretch[] => {
      const plain: Stretch = { organizationId: id, sensitive: 0 };
      return sight.clearedFor.includes(id) ? [plain, { organizationId: id, sensitive: 1 }] : [plain];
    });
}
