import type { ContactWay } from '../../../preload/contract/messages.ts';

/** What becomes of a reply that is sent now. */
export type ReplyWay =
  | { kind: 'goes' | 'held'; way: ContactWay & { address: string } }
  /** Written down, and nothing leaves. */
  | { kind: 'recorded'; why: 'sensitive' | 'no_way' };

function isOpen(way: ContactWay): way is ContactWay & { address: string } {
  return way.agreed && way.address !== null && way.mark === null;
}

/** @param ways  in the order in which they are tried. Rule: product.md, Notifications; SLA 10. */
export function replyWayOf(ways: readonly ContactWay[], sensitive: boolean): ReplyWay {
  if (sensitive) return { kind: 'recorded', why: 'sensitive' };
  const way = ways.find(isOpen);
  if (way === undefined) return { kind: 'recorded', why: 'no_way' };
  return { kind: way.state === 'unset' ? 'held' : 'goes', way };
}
