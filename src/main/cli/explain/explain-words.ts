import type { Directory } from '../../../preload/contract/people.ts';
import type { Instant, Role } from '../../../preload/contract/values.ts';
import { offsetOf } from '../../domain/calendar/zone-offsets.ts';
import { zoneNamed } from '../../domain/calendar/zone.ts';
import { names } from '../output/ticket-json.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** How instants, spans and people are written in one answer. */
export type Words = {
  /** `Mon 2026-03-02 10:00` in the organization's zone, with seconds where there are any. */
  at(at: Instant): string;
  user(id: string | null): string;
  team(id: string | null): string;
};

/** @returns e.g. `24 h`, `1 h 30 min`, `2 min 5 s`: every unit down to the second, to which it is rounded */
export function exactSpan(ms: number): string {
  const size = Math.round(Math.abs(ms) / SECOND_MS) * SECOND_MS;
  const parts = [
    [Math.floor(size / HOUR_MS), 'h'],
    [Math.floor((size % HOUR_MS) / MINUTE_MS), 'min'],
    [(size % MINUTE_MS) / SECOND_MS, 's'],
  ] as const;
  const text = parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`])).join(' ');
  return `${ms < 0 ? '-' : ''}${text === '' ? '0 min' : text}`;
}

function localText(at: Instant, timezone: string): string {
  const zone = zoneNamed(timezone);
  const local = new Date(at + (zone === null ? 0 : offsetOf(zone, at)));
  const text = local.toISOString();
  const time = text.slice(11, 19).replace(/:00$/u, '');
  return `${weekdays[local.getUTCDay()] ?? ''} ${text.slice(0, 10)} ${time}`;
}

export function createWords(timezone: string, directory: Directory): Words {
  const named = names(directory);
  return {
    at: (at) => localText(at, timezone),
    user: (id) => (id === null ? 'nobody' : (named.user(id) ?? 'somebody you may not see')),
    team: (id) => named.team(id) ?? 'no team',
  };
}

export const targetNames = { response: 'response', next_response: 'next response', resolution: 'resolution' } as const;

export const roleNames: Readonly<Record<Role, string>> = {
  agent: 'agent',
  supervisor: 'supervisor',
  department_manager: 'department manager',
  hospital_admin: 'hospital administrator',
  px_admin: 'patient experience administrator',
  ceo: 'chief executive',
  administrator: 'administrator',
  auditor: 'auditor',
};

export function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** A section: its title, and below it what is indented. */
export function section(title: string, lines: readonly string[]): string[] {
  return ['', title, ...lines.map((line) => `  ${line}`.trimEnd())];
}
