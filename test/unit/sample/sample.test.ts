import { describe, expect, it } from 'vitest';
import { ConfigSnapshot } from '../../../src/main/domain/config/config-snapshot.ts';
import type { User } from '../../../src/main/domain/config/config.ts';
import { CONTROL_ROOM } from '../../../src/main/domain/sample/sample-centre.ts';
import { sampleDirectory, type SampleDirectory } from '../../../src/main/domain/sample/sample-directory.ts';
import { samplePolicies } from '../../../src/main/domain/sample/sample-policies.ts';
import { sampleTickets } from '../../../src/main/domain/sample/sample-tickets.ts';
import { diceFrom, idsFromDice } from '../../../src/main/domain/sample/seeded.ts';
import { nextLogAt } from '../../../src/main/domain/ticket/log-clock.ts';
import type { NewEvent } from '../../../src/main/domain/ticket/events.ts';
import { transact } from '../../../src/main/domain/ticket/transact.ts';
import { languages, roles, type Role } from '../../../src/preload/contract/values.ts';

const nowAt = Date.parse('2026-06-01T12:00:00Z');
const maker: User = {
  id: '00000000-0000-7000-8000-000000000001',
  userName: 'admin',
  displayName: 'Administrator',
  language: 'en',
  active: true,
  administrator: true,
  grants: [],
  clearedFor: [],
  lineManagerId: null,
  outOfOffice: null,
};

type Centre = { directory: SampleDirectory; config: ConfigSnapshot; tickets: (readonly NewEvent[])[] };

function centre(seed: string, count: number): Centre {
  const dice = diceFrom(seed);
  const newId = idsFromDice(dice, nowAt);
  const directory = sampleDirectory(maker, dice, newId);
  const config = new ConfigSnapshot();
  const policies = directory.desks.flatMap((desk) => samplePolicies(desk, nowAt - 1e10, newId));
  for (const entity of [...directory.entities, ...policies]) config.apply(entity);
  const tickets = directory.desks.flatMap((desk) => [
    ...sampleTickets({ desk, count, batchId: 'batch', nowAt, dice, newId }),
  ]);
  return { directory, config, tickets };
}

describe('the sample centre', () => {
  const made = centre('seed', 300);

  it('is the same for the same seed and another for another', () => {
    expect(centre('seed', 30)).toEqual(centre('seed', 30));
    expect(centre('seed', 30).tickets).not.toEqual(centre('other', 30).tickets);
  });

  it('has two organizations with users of every role, each team with a manager', () => {
    expect(made.directory.desks.map(({ organization }) => organization.profile)).toEqual(['municipal', 'hospital']);
    for (const { organization, teams } of made.directory.desks) {
      const held = [...made.config.users()].flatMap(({ grants }) =>
        grants.filter(({ organizationId }) => organizationId === organization.id).map(({ role }) => role),
      );
      expect(new Set(held)).toEqual(new Set(roles.filter((role) => role !== 'administrator')));
      expect(teams.every(({ managerId }) => managerId !== null)).toBe(true);
      expect(teams.find(({ name }) => name === CONTROL_ROOM)?.managerId).toBe(maker.id);
    }
  });

  it('has a line of managers above everybody, up to the chief executive, who see the same organization', () => {
    for (const { organization } of made.directory.desks) {
      const people = [...made.config.users()].filter(
        ({ id, grants }) => id !== maker.id && grants.some(({ organizationId }) => organizationId === organization.id),
      );
      for (const person of people) {
        const line: (Role | undefined)[] = [];
        for (let user: User | undefined = person; user !== undefined; user = made.config.user(user.lineManagerId ?? ''))
          line.push(user.grants.find(({ organizationId }) => organizationId === organization.id)?.role);
        expect([person.grants[0]?.role, line.at(-1), new Set(line).size]).toEqual([line[0], 'ceo', line.length]);
      }
      const room = made.config.teams(organization.id).find(({ name }) => name === CONTROL_ROOM);
      const agents = people.filter(({ id, grants }) => room?.memberIds.includes(id) && grants[0]?.role === 'agent');
      expect(agents).toHaveLength(3);
      // Whoever makes the sample may ask them, and is passed over where they would owe it to themselves.
      expect(agents.every(({ lineManagerId }) => lineManagerId !== null && lineManagerId !== maker.id)).toBe(true);
    }
  });

  it('tells stories in order that never run ahead of now, with subjects in all four languages', () => {
    const seen = new Set<string>();
    for (const events of made.tickets) {
      const times = events.map(({ occurredAt }) => occurredAt);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.at(-1)).toBeLessThanOrEqual(nowAt);
      const [created] = events;
      if (created?.kind === 'ticket_created') seen.add(created.body.contact.language);
    }
    expect(seen).toEqual(new Set(languages));
    const ids = made.tickets.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is taken by the engine without an event that has no effect, and shows every state', () => {
    let lastAt = 0;
    const states = made.tickets.map((events) => {
      const stamp = (event: NewEvent): NewEvent & { at: number; deskId: string; v: 1 } => {
        lastAt = nextLogAt(lastAt, nowAt);
        return { ...event, at: lastAt, deskId: 'desk', v: 1 };
      };
      return transact([], events, { nowAt, config: made.config, stamp, wasAwake: true }).state;
    });
    expect(states.flatMap((state) => state?.overtaken ?? ['gone'])).toEqual([]);
    expect(new Set(states.map((state) => state?.status))).toEqual(
      new Set(['open', 'in_progress', 'pending', 'escalated', 'resolved', 'closed']),
    );
    expect(states.some((state) => state?.sensitive === true && state.assigneeId !== null)).toBe(true);
    const kinds = new Set(states.map((state) => state?.clocks.resolution.kind));
    expect(kinds).toEqual(new Set(['none', 'running', 'paused', 'met', 'breached']));
  });

  it('has the past of a centre whose desk was never asleep: each reminder sent at its instant, each level on its own', () => {
    let at = 0;
    const stamp = (event: NewEvent) => ({ ...event, at: (at += 1), deskId: 'desk', v: 1 as const });
    const actKey = ({ ticketId, occurredAt }: NewEvent) => `${ticketId} ${occurredAt}`;
    const runs = made.tickets.map((events) =>
      transact([], events, { nowAt, config: made.config, stamp, wasAwake: true }),
    );
    const past = runs.flatMap(({ added }) => added);
    const late = past.filter(({ body, occurredAt }) => 'noticedAt' in body && body.noticedAt !== occurredAt);
    expect(late).toEqual([]);
    const reminders = past.flatMap((event) => (event.kind === 'reminded' ? [event.body.outcome] : []));
    expect(reminders.length).toBeGreaterThan(100);
    expect(new Set(reminders)).toEqual(new Set(['sent']));
    // Where 12 h after the reminder are the deadline, two levels are due in the very same instant.
    const skipped = past.flatMap((event) => (event.kind === 'escalation_skipped' ? [event] : []));
    const acted = new Set(past.flatMap((event) => (event.kind === 'escalated' ? [actKey(event)] : [])));
    expect(skipped.filter((event) => !acted.has(actKey(event)))).toEqual([]);
    const levels = new Set(past.flatMap((event) => (event.kind === 'escalated' ? [event.body.level] : [])));
    expect(levels).toEqual(new Set([1, 2, 3]));
    // What people were told then they have read: nothing older than a day waits for them but levels that stand.
    const told = runs.flatMap(({ state, notices }) =>
      notices.map(({ kind }) => ({ kind, level: state?.escalation.level })),
    );
    expect(told.filter(({ kind, level }) => kind === 'escalation' && (level ?? 0) === 0)).toEqual([]);
    expect(told.length).toBeLessThan(made.tickets.length);
  });

  it('lets a deadline of the control room pass within minutes of the first start', () => {
    let at = 0;
    const first = made.tickets[0] ?? [];
    const { state, nextAt } = transact([], first, {
      nowAt,
      config: made.config,
      wasAwake: true,
      stamp: (event) => ({ ...event, at: (at += 1), deskId: 'desk', v: 1 }),
    });
    expect(made.config.team(state?.teamId ?? '')?.managerId).toBe(maker.id);
    expect(nextAt).toBe(nowAt + 2 * 60_000);
  });
});
