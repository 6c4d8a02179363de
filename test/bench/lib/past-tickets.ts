import type { ConfigEntity } from '../../../src/main/domain/config/config.ts';
import type { HumanEvent, NewEvent } from '../../../src/main/domain/ticket/events.ts';
import { severities, type ChosenStatus, type Severity } from '../../../src/preload/contract/values.ts';
import { benchOrganization, viewer } from './bench-tickets.ts';

const HOUR_MS = 3_600_000;
const categories = ['water', 'roads', 'power', 'waste', 'parks', 'noise', 'billing', 'other'];
const any = { kind: null, category: null, severity: null, priority: null };
const { organizationId, teamId, batchId } = viewer;

function idOf(group: number, n: number): string {
  return `${group.toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** The same numbers for the same start, so that two runs replay the same past. */
function lottery(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const office: ConfigEntity = {
  kind: 'calendar_published',
  value: {
    id: idOf(0x51, 1),
    calendarId: idOf(0x52, 1),
    organizationId,
    name: 'Office',
    active: true,
    publishedAt: 0,
    hours: {
      timezone: 'Africa/Johannesburg',
      hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['08:00', '17:00']]])),
      holidays: ['2025-12-25', '2026-01-01'],
      breaks: [],
      dateOverrides: {},
    },
    holidayNames: {},
    country: 'ZA',
  },
};

function policy(n: number, match: { category?: string; severity?: Severity }, hours: [number, number]): ConfigEntity {
  const [response, resolution] = hours;
  return {
    kind: 'policy_published',
    value: {
      id: idOf(0x53, n),
      policyId: idOf(0x54, n),
      organizationId,
      name: `Policy ${n}`,
      active: true,
      match: { ...any, ...match },
      calendarId: idOf(0x52, 1),
      targetSeconds: { response: response * 3600, next_response: null, resolution: resolution * 3600 },
      pauseStatuses: ['pending'],
      pausesAffect: ['resolution'],
      warnPercent: 75,
      remindersBeforeSeconds: [8 * 3600, 2 * 3600],
      highestLevel: null,
      reopening: 'resume',
      firstMoveIsResponse: false,
      publishedAt: 0,
    },
  };
}

function rule(level: number, hours: number): ConfigEntity {
  return {
    kind: 'rule_published',
    value: {
      id: idOf(0x55, level),
      ruleId: idOf(0x56, level),
      organizationId,
      level,
      trigger: { kind: 'resolution_breach', hours, elapsed: false },
      target: level === 1 ? { kind: 'team_manager' } : { kind: 'role', role: 'supervisor' },
      conditions: any,
      active: true,
      publishedAt: 0,
    },
  };
}

/** What a past is replayed under: office hours, a policy a category and two severities, two reminders, three levels. */
export function pastRules(shorterBy = 0): ConfigEntity[] {
  const hours = (of: number): [number, number] => [8, of - shorterBy];
  return [
    office,
    policy(1, {}, hours(45)),
    ...categories.map((category, n) => policy(2 + n, { category }, hours(40))),
    policy(20, { severity: 'high' }, hours(27)),
    policy(21, { severity: 'critical' }, hours(18)),
    rule(1, 0),
    rule(2, 9),
    rule(3, 27),
  ];
}

/** An organization with its people; its own policy and rule give way to `pastRules`. */
export function pastOrganization(nowAt: number): ConfigEntity[] {
  return benchOrganization(nowAt, 720).filter(({ kind }) => kind !== 'policy_published' && kind !== 'rule_published');
}

/** Hours in which a ticket was resolved: seven of ten soon, the others late. */
function lifeOf(draw: (below: number) => number): number {
  return (draw(10) < 7 ? 2 + draw(40) : 48 + draw(200)) * HOUR_MS;
}

/**
 * What people did to `count` tickets in the 300 days before `nowAt`: about five events each, as a desk records them.
 * Assigned, mostly answered, now and then pending, nearly all resolved.
 */
export function* pastTickets(count: number, nowAt: number): Generator<NewEvent[]> {
  const draw = lottery(7);
  for (let n = 0; n < count; n += 1) {
    const ticketId = idOf(0x60, n);
    const createdAt = nowAt - Math.floor(((count - n) / count) * 300 * 24) * HOUR_MS - draw(HOUR_MS);
    const lifeMs = lifeOf(draw);
    const events: NewEvent[] = [];
    const happened = (share: number, event: HumanEvent): void => {
      const occurredAt = createdAt + Math.floor(lifeMs * share);
      if (occurredAt > nowAt) return;
      const actorId = idOf(1, 10 + draw(40));
      events.push({ id: idOf(0x61, n * 8 + events.length), ticketId, occurredAt, actorId, ...event });
    };
    const status = (to: ChosenStatus): HumanEvent => ({
      kind: 'status_changed',
      body: { status: to, reason: '', disposition: null },
    });
    happened(0, {
      kind: 'ticket_created',
      body: {
        kind: 'complaint',
        subject: `Burst pipe ${n}`,
        description: 'Water runs down the hill and into the house at the corner since early this morning.',
        category: categories[draw(8)] ?? '',
        severity: severities[draw(4)] ?? 'low',
        priority: 'medium',
        contact: { name: `Caller ${n}`, phone: '082 123 4567', email: '', language: 'en' },
        place: { address: `${n} Main Road`, latitude: null, longitude: null },
        number: `P-${n}`,
        organizationId,
        teamId,
        assigneeId: null,
        sensitive: false,
        batchId,
        historyUntil: null,
      },
    });
    happened(0.1, { kind: 'assigned', body: { assigneeId: idOf(1, 10 + draw(40)), teamId } });
    if (draw(10) < 8) happened(0.2, { kind: 'replied', body: { text: 'We are on our way and will be there today.' } });
    if (draw(10) < 2) happened(0.4, status('pending'));
    if (draw(10) < 8) happened(0.6, status('in_progress'));
    if (draw(20) < 19) happened(1, status('resolved'));
    yield events;
  }
}
