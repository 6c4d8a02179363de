import { parse, v5 } from 'uuid';
import type { EngineEvent } from './events.ts';

/** Never changed: every desk's engine ids rest on it. */
const NAMESPACE = parse('2f7d3c1e-98c4-4b53-9d0c-5a0e1d7b6c11');
const utf8 = new TextEncoder();

/** Bytes, not text, go to the hash: half the time of a breach was spent on turning text into bytes. */
function derive(name: string): string {
  return v5(utf8.encode(name), NAMESPACE);
}

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
  kind: EngineEvent['kind'],
  detail: string | number,
): string {
  return derive(`${ticketId} ${clockId} ${kind} ${detail}`);
}

/** Id of a notice: one per event, person and kind, so that telling twice is not possible. */
export function noticeId(eventId: string, userId: string, kind: string): string {
  return derive(`${eventId} ${userId} ${kind}`);
}
