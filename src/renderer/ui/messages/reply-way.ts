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
  const open = ways.filter(isOpen);
  // What is not set up is passed over while another way is; where none is, the first of them holds it.
  const goes = open.find(({ state }) => state !== 'unset');
  if (goes !== undefined) return { kind: 'goes', way: goes };
  const [held] = open;
  return held === undefined ? { kind: 'recorded', why: 'no_way' } : { kind: 'held', way: held };
}
