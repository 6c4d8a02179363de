import { ConfigSnapshot } from '../../src/main/domain/config/config-snapshot.ts';
import type {
  CalendarVersion,
  Conditions,
  Organization,
  PolicyVersion,
  RuleVersion,
  User,
} from '../../src/main/domain/config/config.ts';
import type { NewEvent, TicketEvent, HumanEvent, EventOf } from '../../src/main/domain/ticket/events.ts';
import { nextLogAt } from '../../src/main/domain/ticket/log-clock.ts';
import type { TicketState } from '../../src/main/domain/ticket/state.ts';
import type { Stamp } from '../../src/main/domain/ticket/ticket-run.ts';
import { transact, type Transaction } from '../../src/main/domain/ticket/transact.ts';

/** A made-up id that is a valid uuid and reads as what it is for. */
export function uid(n: number): string {
  return `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`;
}

export const HOUR = 3_600_000;
/** A Monday. */
export const T0 = Date.parse('2026-03-02T08:00:00Z');

export const city = uid(1);
export const hospital = uid(2);
export const cityTeam = uid(11);
export const wardTeam = uid(12);

export const people = {
  agent: uid(101),
  otherAgent: uid(102),
  supervisor: uid(103),
  manager: uid(104),
  hospitalAdmin: uid(105),
  ceo: uid(106),
  administrator: uid(107),
  auditor: uid(108),
  clearedSupervisor: uid(109),
} as const;

export const any: Conditions = { kind: null, category: null, severity: null, priority: null };

export function user(id: string, parts: Partial<User> = {}): User {
  return {
    id,
    userName: id,
    displayName: id,
    language: 'en',
    active: true,
    administrator: false,
    grants: [],
    clearedFor: [],
    lineManagerId: null,
    outOfOffice: null,
    ...parts,
  };
}

function inBoth(role: User['grants'][number]['role'], order = 0): User['grants'] {
  return [city, hospital].map((organizationId) => ({ organizationId, role, order }));
}

export const centreUsers: readonly User[] = [
  user(people.agent, { grants: inBoth('agent') }),
  user(people.otherAgent, { grants: inBoth('agent') }),
  user(people.supervisor, { grants: inBoth('supervisor') }),
  user(people.manager, { grants: inBoth('department_manager') }),
  user(people.hospitalAdmin, { grants: inBoth('hospital_admin') }),
  user(people.ceo, { grants: inBoth('ceo') }),
  user(people.administrator, { administrator: true }),
  user(people.auditor, { grants: inBoth('auditor') }),
  user(people.clearedSupervisor, { grants: inBoth('supervisor', 1), clearedFor: [city, hospital] }),
];

export function policy(n: number, parts: Partial<PolicyVersion> = {}): PolicyVersion {
  return {
    id: uid(n),
    policyId: uid(n + 500),
    organizationId: city,
    name: `policy ${n}`,
    active: true,
    match: any,
    calendarId: null,
    targetSeconds: { response: 4 * 3600, next_response: null, resolution: 24 * 3600 },
    pauseStatuses: ['pending'],
    pausesAffect: ['resolution'],
    warnPercent: 75,
    remindersBeforeSeconds: [],
    highestLevel: null,
    reopening: 'resume',
    firstMoveIsResponse: false,
    publishedAt: T0 - 1000 * HOUR,
    ...parts,
  };
}

export function rule(n: number, parts: Partial<RuleVersion> = {}): RuleVersion {
  return {
    id: uid(n),
    ruleId: uid(n + 500),
    organizationId: city,
    level: 1,
    trigger: { kind: 'resolution_breach', hours: 0, elapsed: false },
    target: { kind: 'team_manager' },
    conditions: any,
    active: true,
    publishedAt: T0 - 1000 * HOUR,
    ...parts,
  };
}

/** Monday to Friday, 08:00 to 17:00 in Johannesburg (UTC+2 all the year). */
export function calendar(n: number, parts: Partial<CalendarVersion> = {}): CalendarVersion {
  const day = [['08:00', '17:00']] as const;
  return {
    id: uid(n),
    calendarId: uid(n + 500),
    organizationId: city,
    name: `calendar ${n}`,
    active: true,
    publishedAt: T0 - 1000 * HOUR,
    hours: {
      timezone: 'Africa/Johannesburg',
      hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
      holidays: [],
      breaks: [],
      dateOverrides: {},
    },
    holidayNames: {},
    country: null,
    ...parts,
  };
}

export type CentreParts = {
  policies?: PolicyVersion[];
  rules?: RuleVersion[];
  calendars?: CalendarVersion[];
  users?: User[];
  managerId?: string | null;
  explanation?: Organization['explanation'];
};

/** Two organizations with a team each; the city's policy, rules and calendars as given. */
export function centre(parts: CentreParts = {}): ConfigSnapshot {
  const config = new ConfigSnapshot();
  const managerId = parts.managerId === undefined ? people.manager : parts.managerId;
  const memberIds = [people.agent, people.supervisor, people.clearedSupervisor];
  const explanation = parts.explanation === undefined ? {} : { explanation: parts.explanation };
  const organization = { timezone: 'Africa/Johannesburg', categories: ['roads'], ...explanation };
  config.apply({
    kind: 'organization_saved',
    value: { id: city, name: 'City', profile: 'municipal', ...organization },
  });
  config.apply({
    kind: 'organization_saved',
    value: { id: hospital, name: 'Ward', profile: 'hospital', ...organization },
  });
  config.apply({
    kind: 'team_saved',
    value: { id: cityTeam, organizationId: city, name: 'Roads', managerId, memberIds },
  });
  config.apply({
    kind: 'team_saved',
    value: { id: wardTeam, organizationId: hospital, name: 'A', managerId, memberIds },
  });
  for (const value of parts.users ?? centreUsers) config.apply({ kind: 'user_saved', value });
  for (const value of parts.calendars ?? []) config.apply({ kind: 'calendar_published', value });
  for (const value of parts.policies ?? [policy(21)]) config.apply({ kind: 'policy_published', value });
  for (const value of parts.rules ?? [rule(31)]) config.apply({ kind: 'rule_published', value });
  return config;
}

/**
 * A centre in which much happens: a shorter policy for what is critical and one that counts office hours, reminders, levels
 * by every trigger, explanations that climb, and a circle among the managers.
 */
export function busyCentre(): ConfigSnapshot {
  const managers = [people.supervisor, people.manager, people.otherAgent, people.agent];
  const lineManagerOf = (id: string): string | null => managers[managers.indexOf(id) + 1] ?? people.supervisor;
  const before = (...hours: number[]): number[] => hours.map((each) => each * 3600);
  return centre({
    users: centreUsers.map((each) => ({ ...each, lineManagerId: lineManagerOf(each.id) })),
    explanation: { responseHours: 20, reminderHoursBefore: 6, escalationHoursOverdue: 2 },
    calendars: [calendar(51)],
    policies: [
      policy(21, { remindersBeforeSeconds: before(18, 6, 2) }),
      policy(22, {
        match: { ...any, severity: 'critical' },
        targetSeconds: { response: 1800, next_response: 3600, resolution: 4 * 3600 },
        remindersBeforeSeconds: before(1),
        pausesAffect: ['response', 'next_response', 'resolution'],
      }),
      policy(23, {
        match: { ...any, severity: 'low' },
        calendarId: uid(551),
        targetSeconds: { response: 9 * 3600, next_response: 4 * 3600, resolution: 18 * 3600 },
        remindersBeforeSeconds: before(9, 20),
        reopening: 'new_cycle',
      }),
    ],
    rules: [
      rule(31),
      rule(32, {
        level: 2,
        trigger: { kind: 'resolution_breach', hours: 6, elapsed: false },
        target: { kind: 'role', role: 'hospital_admin' },
      }),
      rule(33, {
        level: 3,
        trigger: { kind: 'response_breach', hours: 30, elapsed: true },
        target: { kind: 'role', role: 'ceo' },
      }),
      rule(34, {
        level: 2,
        trigger: { kind: 'reminder', hours: 3, elapsed: false },
        target: { kind: 'role', role: 'supervisor' },
      }),
    ],
  });
}

const toRole = (role: 'department_manager' | 'hospital_admin' | 'ceo') => ({ kind: 'role', role }) as const;

/** Seed B's example escalation matrix, in the hospital. */
export const seedBMatrix: readonly RuleVersion[] = [
  rule(41, {
    organizationId: hospital,
    level: 1,
    trigger: { kind: 'resolution_breach', hours: 0, elapsed: false },
    target: toRole('department_manager'),
  }),
  rule(42, {
    organizationId: hospital,
    level: 2,
    trigger: { kind: 'reminder', hours: 12, elapsed: false },
    target: toRole('hospital_admin'),
  }),
  rule(43, {
    organizationId: hospital,
    level: 3,
    trigger: { kind: 'resolution_breach', hours: 24, elapsed: false },
    target: toRole('ceo'),
  }),
];

/** A policy of the hospital as seed B configures one: hours to resolution, reminders before it, no response target. */
export function seedBPolicy(n: number, hours: number, remindersBefore: readonly number[]): PolicyVersion {
  return policy(n, {
    organizationId: hospital,
    targetSeconds: { response: null, next_response: null, resolution: hours * 3600 },
    remindersBeforeSeconds: remindersBefore.map((before) => before * 3600),
    highestLevel: 3,
  });
}

/** A desk that stamps events at a given time, as the store's writer does. */
export function stampAt(nowAt: () => number, deskId = uid(900)): Stamp {
  let last = 0;
  return (event) => {
    last = nextLogAt(last, nowAt());
    return { ...event, at: last, deskId, v: 1 };
  };
}

export function creation(parts: Partial<EventOf<'ticket_created'>['body']> = {}): HumanEvent {
  return {
    kind: 'ticket_created',
    body: {
      kind: 'complaint',
      subject: 'Burst pipe',
      description: '',
      category: 'roads',
      severity: 'medium',
      priority: 'medium',
      contact: { name: '', phone: '', email: '', language: 'en' },
      place: { address: '', latitude: null, longitude: null },
      number: 'WK-A-000001',
      organizationId: city,
      teamId: cityTeam,
      assigneeId: people.agent,
      sensitive: false,
      batchId: null,
      historyUntil: null,
      ...parts,
    },
  };
}

/** One ticket at one desk whose clock the test moves. */
export class Desk {
  nowAt = T0;
  log: TicketEvent[] = [];
  last: Transaction | null = null;
  readonly ticketId = uid(7);
  readonly #config: ConfigSnapshot;
  readonly #stamp = stampAt(() => this.nowAt);
  #ids = 10_000;

  constructor(config: ConfigSnapshot) {
    this.#config = config;
  }

  get state(): TicketState {
    const state = this.last?.state ?? null;
    if (state === null) throw new Error('the ticket is not there');
    return state;
  }

  kinds(): string[] {
    return this.log.map(({ kind }) => kind);
  }

  /** Something that a person does at this desk's time, or (`occurredAt`) did earlier. */
  does(event: HumanEvent, by: { actorId?: string; occurredAt?: number } = {}): string {
    const id = uid(++this.#ids);
    const occurredAt = by.occurredAt ?? this.nowAt;
    this.#run([{ id, ticketId: this.ticketId, occurredAt, actorId: by.actorId ?? people.agent, ...event }]);
    return id;
  }

  at(instant: number): this {
    this.nowAt = instant;
    return this;
  }

  /** Time comes to `instant` and the engine looks. */
  wakesAt(instant: number): this {
    this.nowAt = instant;
    this.#run([]);
    return this;
  }

  /** Wakes at each planned instant, as a desk does that is never closed. */
  awakeUntil(instant: number): this {
    for (let next = this.#nextUntil(instant); next !== null; next = this.#nextUntil(instant)) this.wakesAt(next);
    return this.wakesAt(instant);
  }

  #nextUntil(instant: number): number | null {
    const nextAt = this.last?.nextAt ?? null;
    return nextAt !== null && nextAt <= instant ? nextAt : null;
  }

  status(status: 'open' | 'in_progress' | 'pending' | 'resolved' | 'closed'): string {
    return this.does({ kind: 'status_changed', body: { status, reason: '', disposition: null } });
  }

  #run(decided: NewEvent[]): void {
    this.last = transact(this.log, decided, { nowAt: this.nowAt, config: this.#config, stamp: this.#stamp });
    this.log = [...this.log, ...this.last.added];
  }
}

/** A ticket of the hospital's ward, which seed B's policies and rules are for. */
export function deskWithComplaint(
  config: ConfigSnapshot,
  parts: Partial<EventOf<'ticket_created'>['body']> = {},
): Desk {
  return deskWithTicket(config, { organizationId: hospital, teamId: wardTeam, ...parts });
}

/** What the engine told before a deadline, as `[what, hours since T0, how it came out]`. */
export function told(desk: Desk): [string, number, string][] {
  return desk.log.flatMap((event): [string, number, string][] => {
    const hours = (event.occurredAt - T0) / HOUR;
    if (event.kind === 'warned') return [[`warning ${event.body.target}`, hours, event.body.outcome]];
    return event.kind === 'reminded' ? [[`reminder ${event.body.nth}`, hours, event.body.outcome]] : [];
  });
}

/** Levels that acted, as `[level, hours since T0, user]`. */
export function climbed(desk: Desk): [number, number, string][] {
  return desk.log.flatMap((event): [number, number, string][] =>
    event.kind === 'escalated' ? [[event.body.level, (event.occurredAt - T0) / HOUR, event.body.targetUserId]] : [],
  );
}

/** Deadlines that passed, as `[target, hours since T0]`. */
export function missed(desk: Desk): [string, number][] {
  return desk.log.flatMap((event): [string, number][] =>
    event.kind === 'breached' ? [[event.body.target, (event.body.dueAt - T0) / HOUR]] : [],
  );
}

export function deskWithTicket(config: ConfigSnapshot, parts: Partial<EventOf<'ticket_created'>['body']> = {}): Desk {
  const desk = new Desk(config);
  desk.does(creation(parts));
  return desk;
}
