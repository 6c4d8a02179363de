import { parse } from 'uuid';
import type { EngineEvent } from './events.ts';
import { nameId } from './name-id.ts';

/** Never changed: every desk's engine ids rest on it. */
const NAMESPACE = parse('2f7d3c1e-98c4-4b53-9d0c-5a0e1d7b6c11');

/** How ids of the engine are made; a replay that is thrown away may make them in another, cheaper way. */
export type EngineEventId = typeof engineEventId;

/**
 * Id of what the engine does. Two desks that see the same thing due write the same event; the due time is no part of
 * it, since desks may know different pauses.
 * @param clockId  event that started the clock
 * @param detail  target, or level of an escalation
 * Rule: architecture.md, Events and merging.
 */
export function engineEventId(
  ticketId: string,
  clockId: string,
  kind: EngineEvent['kind'] | 'closed_by_silence' | 'silence_moved' | 'digest',
  detail: string | number,
): string {
  return nameId(`${ticketId} ${clockId} ${kind} ${detail}`, NAMESPACE);
}

/** FNV-1a, 24 bits of it as hex: spreads reader and kind over the digits of an id; guards nothing. */
function spread(text: string, basis: number): number {
  let hash = basis;
  for (let n = 0; n < text.length; n += 1) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  return (hash ^ (hash >>> 24)) & 0xffffff;
}

function mixed(digits: string, bits: number): string {
  return (Number.parseInt(digits, 16) ^ bits).toString(16).padStart(6, '0');
}

/**
 * Id of a notice: one per event, person and kind, so that telling twice is not possible. The event's id with its last
 * digits mixed: ten thousand escalations at once have twenty thousand readers, and another SHA-1 for each was felt.
 */
export function noticeId(eventId: string, userId: string, kind: string): string {
  const reader = `${kind} ${userId}`;
  const high = mixed(eventId.slice(24, 30), spread(reader, 0x811c9dc5));
  const low = mixed(eventId.slice(30), spread(reader, 0x1b873593));
  return `${eventId.slice(0, 24)}${high}${low}`;
}
