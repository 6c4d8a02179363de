import type { TargetClock } from '../../../preload/contract/tickets.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import { writeInstant } from '../sla/instant-text.ts';

const MINUTE_MS = 60_000;

/** @returns e.g. `2026-01-31 09:00Z`; a dash for none */
export function instantText(at: Instant | null): string {
  return at === null ? '-' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}Z`;
}

/** @returns for programs: ISO 8601 in UTC, or null */
export function instantJson(at: Instant | null): string | null {
  return at === null ? null : writeInstant(at);
}

/** @returns e.g. `1 h 12 min`, `3 d 4 h`, at least `0 min` */
export function spanText(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / MINUTE_MS);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

/** @returns how one SLA clock stands, seen from `nowAt` */
export function clockText(clock: TargetClock, nowAt: Instant): string {
  switch (clock.kind) {
    case 'none':
      return 'none';
    case 'running':
      return `due ${instantText(clock.dueAt)}, in ${spanText(clock.dueAt - nowAt)}`;
    case 'paused':
      return `paused, ${spanText(clock.remainingMs)} left`;
    case 'met':
      return `met ${instantText(clock.metAt)}`;
    case 'ended':
      return 'ended, not known when';
    case 'breached': {
      const late = spanText((clock.endedAt ?? nowAt) - clock.dueAt);
      return `breached, due ${instantText(clock.dueAt)}, ${clock.endedAt === null ? `${late} overdue` : `ended ${late} late`}`;
    }
  }
}

/** @returns the clock with its instants as ISO text; documented in docs/command-line.md */
export function clockJson(clock: TargetClock): Record<string, string | number | null> {
  switch (clock.kind) {
    case 'none':
      return { kind: clock.kind };
    case 'running':
      return { kind: clock.kind, due_at: instantJson(clock.dueAt) };
    case 'paused':
      return { kind: clock.kind, remaining_seconds: Math.floor(clock.remainingMs / 1000) };
    case 'met':
      return { kind: clock.kind, due_at: instantJson(clock.dueAt), met_at: instantJson(clock.metAt) };
    case 'ended':
      return { kind: clock.kind, due_at: instantJson(clock.dueAt) };
    case 'breached':
      return {
        kind: clock.kind,
        due_at: instantJson(clock.dueAt),
        noticed_at: instantJson(clock.noticedAt),
        ended_at: instantJson(clock.endedAt),
      };
  }
}

/** @returns lines of columns, each as wide as its widest cell */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return rows.map((row) => `${line(row)}\n`).join('');
}
