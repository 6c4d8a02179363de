import type { ConfigEntity } from '../../../src/main/domain/config/config.ts';
import type { NewEvent } from '../../../src/main/domain/ticket/events.ts';
import { priorities, severities } from '../../../src/preload/contract/values.ts';

function idOf(group: number, n: number): string {
  return `${group.toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

export const viewer = {
  id: idOf(1, 1),
  organizationId: idOf(2, 1),
  batchId: idOf(3, 1),
  managerId: idOf(1, 2),
  teamId: idOf(4, 1),
};

const agents = Array.from({ length: 40 }, (_, n) => idOf(1, 10 + n));
const HOUR_MS = 3_600_000;
const words =
  'water pipe burst street light out refuse missed road hole signal noise tree fallen drain blocked meter leak bill error bench park bus stop sign paint fence dog stray'.split(
    ' ',
  );

/** The same numbers for the same start, so that two runs measure the same store. */
function lottery(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function userEntity(id: string, role: 'agent' | 'supervisor'): ConfigEntity {
  const grants = [{ organizationId: viewer.organizationId, role, order: 0 }];
  const plain = { language: 'en', active: true, clearedFor: [], lineManagerId: null, outOfOffice: null } as const;
  const isFirst = id === viewer.id;
  const userName = isFirst ? 'admin' : id;
  return {
    kind: 'user_saved',
    value: { id, userName, displayName: userName, administrator: isFirst, grants, ...plain },
  };
}

/** `target`: hours to the deadline; `created`: hours before now in which the tickets came, fewer than that. */
export type BenchHours = { target: number; created: number };
export const oneMonth: BenchHours = { target: 720, created: 720 };

export function benchOrganization(nowAt: number, targetHours: number): ConfigEntity[] {
  const { organizationId, managerId, teamId } = viewer;
  const any = { kind: null, category: null, severity: null, priority: null };
  return [
    {
      kind: 'organization_saved',
      value: {
        id: organizationId,
        name: 'Bench',
        profile: 'municipal',
        timezone: 'Africa/Johannesburg',
        categories: words,
      },
    },
    ...[viewer.id, ...agents].map((id) => userEntity(id, 'agent')),
    userEntity(managerId, 'supervisor'),
    { kind: 'team_saved', value: { id: teamId, organizationId, name: 'Team', managerId, memberIds: agents } },
    {
      kind: 'policy_published',
      value: {
        id: idOf(5, 1),
        policyId: idOf(6, 1),
        organizationId,
        name: 'Bench',
        active: true,
        match: any,
        calendarId: null,
        targetSeconds: { response: null, next_response: null, resolution: targetHours * 3600 },
        pauseStatuses: ['pending'],
        pausesAffect: ['resolution'],
        warnPercent: 75,
        remindersBeforeSeconds: [],
        highestLevel: null,
        reopening: 'resume',
        firstMoveIsResponse: false,
        publishedAt: nowAt - 10_000 * HOUR_MS,
      },
    },
    {
      kind: 'rule_published',
      value: {
        id: idOf(7, 1),
        ruleId: idOf(8, 1),
        organizationId,
        level: 1,
        trigger: { kind: 'resolution_breach', hours: 0, elapsed: false },
        target: { kind: 'team_manager' },
        conditions: any,
        active: true,
        publishedAt: nowAt - 10_000 * HOUR_MS,
      },
    },
  ];
}

/**
 * `count` open tickets, created within some hours before `nowAt`, so that none has breached by then.
 * Ids rise with time, as the desk's own (uuid v7) do: rows that are due together lie together.
 */
export function* benchTickets(count: number, nowAt: number, hours: BenchHours): Generator<NewEvent[][]> {
  const draw = lottery(count);
  let chunk: NewEvent[][] = [];
  for (let n = 0; n < count; n += 1) {
    const text = Array.from({ length: 6 }, () => words[draw(words.length)] ?? '').join(' ');
    chunk.push([
      {
        id: idOf(0x10, n),
        ticketId: idOf(0x20, n),
        occurredAt: nowAt - 1 - Math.floor(((count - n) / count) * (hours.created - 1) * HOUR_MS),
        actorId: null,
        kind: 'ticket_created',
        body: {
          kind: 'complaint',
          subject: text,
          description: `${text} near house ${n}`,
          category: words[draw(words.length)] ?? '',
          severity: severities[draw(4)] ?? 'low',
          priority: priorities[draw(4)] ?? 'low',
          contact: { name: `Caller ${n}`, phone: '', email: '', language: 'en' },
          place: { address: `${n} Main Road`, latitude: null, longitude: null },
          number: `B-${n}`,
          organizationId: viewer.organizationId,
          teamId: viewer.teamId,
          assigneeId: draw(3) === 0 ? null : (agents[draw(agents.length)] ?? null),
          sensitive: false,
          batchId: viewer.batchId,
          historyUntil: null,
        },
      },
    ]);
    if (chunk.length === 1000) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}
