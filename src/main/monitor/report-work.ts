import type { Instant } from '../../preload/contract/values.ts';
import type { QueryOutput } from '../store/store.ts';

type Report = QueryOutput<'status-report'>;

/** Lines are for people and for `grep`: the instant first, then one word for what happened. */
export function line(at: Instant, word: string, ...rest: readonly string[]): string {
  return [new Date(at).toISOString(), word, ...rest].join(' ');
}

/**
 * What came of a round of work, as the figures before and after tell it.
 * @param nowAt  the instant of the round
 * @returns lines without their ends; none when nothing of it shows
 */
export function workLines(before: Report, after: Report, nowAt: Instant): string[] {
  const due = before.next_instants.filter(({ at }) => at <= nowAt).map(({ at, number }) => line(at, 'due', number));
  const targets = Object.keys(after.open_breaches) as (keyof Report['open_breaches'])[];
  const breaches = targets
    .map((target) => ({ target, more: after.open_breaches[target] - before.open_breaches[target] }))
    .filter(({ more }) => more > 0)
    .map(({ target, more }) =>
      line(nowAt, 'breach', `${target} +${more}`, `${after.open_breaches[target]} overdue now`),
    );
  const escalations = Object.entries(after.escalated_by_level)
    .map(([level, count]) => ({ level, count, more: count - (before.escalated_by_level[level] ?? 0) }))
    .filter(({ more }) => more > 0)
    .map(({ level, count, more }) => line(nowAt, 'escalation', `level ${level} +${more}`, `${count} at it now`));
  return [...due, ...breaches, ...escalations];
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
export function nextWords(report: Report): string {
  const next = report.next_instants[0];
  return next === undefined ? 'nothing is planned' : `${new Date(next.at).toISOString()} ${next.number}`;
}
