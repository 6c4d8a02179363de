import type { Instant } from '../../preload/contract/values.ts';
import type { OutboxStep } from '../outbox/outbox.ts';
import type { EventKind, EventOf, TicketEvent } from '../domain/ticket/events.ts';

/** Lines are for people and for `grep`: the instant first, then one word for what happened. */
export function line(at: Instant, word: string, ...rest: readonly string[]): string {
  return [new Date(at).toISOString(), word, ...rest].join(' ');
}

/** What the engine does, by kind of event: its word and what belongs to it. Names of people stay out of what is printed. */
const acts: { readonly [K in EventKind]?: (event: EventOf<K>) => readonly [word: string, detail: string] } = {
  warned: ({ body }) => ['warning', `${body.target} ${body.outcome}`],
  reminded: ({ body }) => ['reminder', `${body.nth} ${body.outcome}`],
  breached: ({ body }) => ['breach', body.target],
  escalated: ({ body }) => ['escalation', `level ${body.level} ${body.trigger}`],
  escalation_skipped: ({ body }) => ['skipped', `level ${body.level} ${body.why}`],
  explanation_reminded: ({ body }) => ['explanation-reminder', body.outcome],
  explanation_escalated: ({ body }) => ['explanation-escalation', `level ${body.level} ${body.outcome}`],
};

/**
 * @param number  empty of a sensitive ticket
 * @returns the line of one act, at its true instant; null for what only prepares others, such as a policy's match, and for
 * what nobody may read who happens to see the monitor
 */
export function actLine(number: string, event: TicketEvent): string | null {
  if (number === '') return null;
  const words = acts[event.kind] as ((event: TicketEvent) => readonly [string, string]) | undefined;
  if (words === undefined) return null;
  const [word, detail] = words(event);
  return line(event.occurredAt, word, number, detail);
}

/** @returns the line of one message's step: `sent WK-… email`, with the code of what went wrong */
export function stepLine(at: Instant, { state, number, channel, code }: OutboxStep): string {
  return line(at, state, ...[number, channel, code ?? ''].filter((word) => word !== ''));
}

/** @returns why nothing is worked off, and what ends that; the first word is what happened */
export function heldWords(movedByMs: number | null): [string, string] {
  if (movedByMs === null) return ['trusted', 'the clock is right again: what is due is worked off'];
  const minutes = Math.round(Math.abs(movedByMs) / 60_000);
  const way = movedByMs > 0 ? 'forward' : 'back';
  return [
    'held',
    `the clock was set ${way} by ${minutes} min: nothing is worked off. Set it right, or start this desk again if it is right now`,
  ];
}

/** @returns what the desk waits for */
export function nextWords(nextAt: Instant | null): string {
  return nextAt === null ? 'nothing is planned' : new Date(nextAt).toISOString();
}
