import { success } from '../../../preload/contract/result.ts';
import type { Query } from './read-context.ts';
import { stretchesOf } from './scope.ts';

/** Which tickets the viewer reads, as every list does: what may be told of a change goes by it. */
export const sight: Query<'sight'> = (_input, { viewer }) =>
  success({
    stretches: stretchesOf(viewer, undefined).map(({ organizationId, sensitive }) => ({
      organizationId,
      sensitive: sensitive === 1,
    })),
  });
