import type { Status } from '../../../preload/contract/values.ts';

const ended: ReadonlySet<Status> = new Set(['resolved', 'closed']);

export function isEnded(status: Status): boolean {
  return ended.has(status);
}
