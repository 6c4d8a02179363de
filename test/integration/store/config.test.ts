import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConfigEntity } from '../../../src/main/domain/config/config.ts';
import type { StoreChange } from '../../../src/main/store/store.ts';
import { centreUsers, city, cityTeam, HOUR, people, policy, rule, T0, uid, user } from '../../support/centre.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { codeOf, unwrap } from '../../support/store-options.ts';

let desk: StoreDesk;
beforeAll(async () => {
  desk = await StoreDesk.start('config');
});
afterAll(() => desk.close());

const organization = {
  id: uid(77),
  name: 'Harbour',
  profile: 'municipal',
  timezone: 'Africa/Lagos',
  categories: [],
} as const;
const team = { id: uid(78), organizationId: city, name: 'Lights', managerId: null, memberIds: [] };
const saves = (entities: readonly ConfigEntity[], actorId: string | null = people.administrator) =>
  desk.execute('save-config', { entities }, actorId);

describe('saving the configuration', () => {
  const refused: readonly { what: string; entity: ConfigEntity; code: string }[] = [
    {
      what: 'a time zone that nobody knows',
      entity: { kind: 'organization_saved', value: { ...organization, timezone: 'Mars/Olympus' } },
      code: 'UNKNOWN_TIME_ZONE',
    },
    {
      what: 'no time zone',
      entity: { kind: 'organization_saved', value: { ...organization, timezone: '' } },
      code: 'UNKNOWN_TIME_ZONE',
    },
    {
      what: 'an organization’s name that is taken',
      entity: { kind: 'organization_saved', value: { ...organization, name: ' CITY ' } },
      code: 'DUPLICATE_NAME',
    },
    {
      what: 'a user name that is taken, in other letters',
      entity: { kind: 'user_saved', value: user(uid(79), { userName: people.agent.toUpperCase() }) },
      code: 'DUPLICATE_NAME',
    },
    {
      what: 'a role in an organization that is not there',
      entity: {
        kind: 'user_saved',
        value: user(uid(79), { grants: [{ organizationId: uid(9), role: 'agent', order: 1 }] }),
      },
      code: 'NOT_FOUND',
    },
    {
      what: 'a team’s name that is taken',
      entity: { kind: 'team_saved', value: { ...team, name: 'roads' } },
      code: 'DUPLICATE_NAME',
    },
    {
      what: 'a team manager who is not there',
      entity: { kind: 'team_saved', value: { ...team, managerId: uid(9) } },
      code: 'NOT_FOUND',
    },
    {
      what: 'a policy of an organization that is not there',
      entity: { kind: 'policy_published', value: policy(80, { organizationId: uid(9) }) },
      code: 'NOT_FOUND',
    },
    {
      what: 'a rule whose person is not there',
      entity: { kind: 'rule_published', value: rule(81, { target: { kind: 'user', userId: uid(9) } }) },
      code: 'NOT_FOUND',
    },
  ];
  for (const { what, entity, code } of refused) {
    test(`refuses ${what}, and then saves nothing of it`, async () => {
      const before = unwrap(await desk.read('config', {}, null)).entities;
      const good: ConfigEntity = { kind: 'organization_saved', value: organization };
      expect(codeOf(await saves([good, entity]))).toBe(code);
      expect(unwrap(await desk.read('config', {}, null)).entities).toEqual(before);
    });
  }

  test('names the time zone that nobody knows, and where it stands', async () => {
    const unknown: ConfigEntity = { kind: 'organization_saved', value: { ...organization, timezone: 'Mars/Olympus' } };
    expect(await saves([unknown])).toMatchObject({ params: { zone: 'Mars/Olympus', path: 'organization.timezone' } });
  });

  test('is an administrator’s alone', async () => {
    for (const [name, id] of Object.entries(people)) {
      const code = codeOf(await saves([{ kind: 'team_saved', value: team }], id));
      expect([name, code]).toEqual([name, name === 'administrator' ? 'ok' : 'ACCESS_DENIED']);
    }
    expect(codeOf(await desk.read('config', {}, people.ceo))).toBe('ACCESS_DENIED');
  });

  test('takes a team and its new manager in one', async () => {
    const manager = user(uid(82), { grants: [{ organizationId: city, role: 'supervisor', order: 1 }] });
    const entities: ConfigEntity[] = [
      { kind: 'team_saved', value: { ...team, managerId: manager.id } },
      { kind: 'user_saved', value: manager },
    ];
    unwrap(await saves(entities));
    const { teams, users } = unwrap(await desk.read('directory', {}, people.agent));
    expect(teams.find(({ id }) => id === team.id)?.managerId).toBe(manager.id);
    expect(users.map(({ id }) => id)).toContain(manager.id);
  });

  test('is seen by every reader that is asked afterwards, and told to whoever listens', async () => {
    const changes: StoreChange[] = [];
    const stop = desk.store.onChanged((change) => changes.push(change));
    for (let n = 0; n < 10; n += 1) {
      unwrap(await saves([{ kind: 'organization_saved', value: { ...organization, name: `Harbour ${n}` } }]));
      const answers = await Promise.all([1, 2, 3, 4].map(() => desk.read('directory', {}, people.administrator)));
      for (const answer of answers) expect(JSON.stringify(unwrap(answer))).toContain(`Harbour ${n}"`);
    }
    stop();
    expect(changes.filter(({ directory }) => directory)).toHaveLength(10);
  });

  test('shows an agent only the agent’s organizations', async () => {
    const { organizations } = unwrap(await desk.read('directory', {}, people.agent));
    expect(organizations.map(({ name }) => name).sort()).toEqual(['City', 'Ward']);
    expect(organizations.every(({ canCreate }) => canCreate)).toBe(true);
  });

  test('keeps out somebody who was set inactive', async () => {
    const gone = centreUsers.find(({ id }) => id === people.otherAgent);
    if (gone === undefined) throw new Error('no such user');
    expect(codeOf(await desk.read('session-user', { userName: gone.userName.toUpperCase() }, null))).toBe('ok');
    unwrap(await saves([{ kind: 'user_saved', value: { ...gone, active: false } }]));
    expect(codeOf(await desk.read('session-user', { userId: gone.id }, null))).toBe('ACCESS_DENIED');
    expect(unwrap(await desk.read('list-tickets', { limit: 1 }, gone.id)).rows).toEqual([]);
    expect(
      codeOf(await desk.execute('ticket-command', { kind: 'note', input: { ticketId: uid(1), text: 'x' } }, gone.id)),
    ).toBe('NOT_FOUND');
  });
});

describe('what was planned is planned again', () => {
  test('for all open tickets of an organization when a rule is published, in small steps that a restart does not lose', async () => {
    const other = await StoreDesk.start('replan');
    for (let n = 0; n < 25; n += 1) await other.creates();
    await other.wakesAt(T0 + 25 * HOUR);
    const before = unwrap(await other.read('next-instant', {}, null));
    expect(before.nextAt).toBeNull();
    other.nowAt += HOUR;
    const later = rule(90, {
      level: 2,
      trigger: { kind: 'resolution_breach', hours: 12, elapsed: true },
      target: { kind: 'role', role: 'ceo' },
      publishedAt: other.nowAt,
    });
    unwrap(await other.execute('save-config', { entities: [{ kind: 'rule_published', value: later }] }, null));
    expect(unwrap(await other.read('next-instant', {}, null)).nextAt).toBe(other.nowAt);
    expect(unwrap(await other.execute('work-off', { limit: 10, awaiting: false }, null))).toMatchObject({
      worked: 10,
      more: true,
    });
    await other.reopen();
    const rest = [];
    for (let more = true; more;) {
      const done = unwrap(await other.execute('work-off', { limit: 10, awaiting: false }, null));
      rest.push(done.worked);
      ({ more } = done);
    }
    expect(rest.reduce((sum, n) => sum + n, 0)).toBe(15);
    expect(unwrap(await other.read('next-instant', {}, null)).nextAt).toBe(T0 + 36 * HOUR);
    expect(await other.differences()).toEqual([]);
    await other.wakesAt(T0 + 36 * HOUR);
    expect(unwrap(await other.read('status-report', {}, null)).escalated_by_level).toEqual({ '2': 25 });
    expect(await other.differences()).toEqual([]);
    await other.close();
  });

  test('for tickets whose escalation found nobody, as soon as somebody holds the target', async () => {
    const other = await StoreDesk.start('nobody');
    const alone = { id: cityTeam, organizationId: city, name: 'Roads', memberIds: [people.agent] };
    unwrap(
      await other.execute(
        'save-config',
        { entities: [{ kind: 'team_saved', value: { ...alone, managerId: null } }] },
        null,
      ),
    );
    for (let n = 0; n < 3; n += 1) await other.creates({ assigneeId: people.agent });
    await other.wakesAt(T0 + 25 * HOUR);
    expect(unwrap(await other.read('next-instant', {}, null)).awaitingTarget).toBe(3);
    expect(unwrap(await other.execute('work-off', { limit: 2, awaiting: true }, null)).worked).toBe(2);
    await other.wakesAt(T0 + 26 * HOUR);
    expect(unwrap(await other.read('next-instant', {}, null)).awaitingTarget).toBe(3);
    unwrap(
      await other.execute(
        'save-config',
        { entities: [{ kind: 'team_saved', value: { ...alone, managerId: people.manager } }] },
        null,
      ),
    );
    await other.wakesAt(T0 + 26 * HOUR);
    expect(unwrap(await other.read('status-report', {}, null))).toMatchObject({
      awaiting_target: 0,
      escalated_by_level: { '1': 3 },
    });
    expect(unwrap(await other.read('notifications', {}, people.manager)).unread).toBe(3);
    const shown = unwrap(await other.execute('take-unshown-notifications', { limit: 2 }, people.manager)).items;
    expect(shown).toHaveLength(2);
    expect(unwrap(await other.execute('take-unshown-notifications', { limit: 9 }, people.manager)).items).toHaveLength(
      1,
    );
    expect(unwrap(await other.execute('take-unshown-notifications', { limit: 9 }, people.manager)).items).toEqual([]);
    const lines = shown.slice(0, 1);
    unwrap(await other.execute('mark-notifications-read', { lines }, people.agent));
    expect(unwrap(await other.read('notifications', {}, people.manager)).unread).toBe(3);
    expect(unwrap(await other.execute('mark-notifications-read', { lines }, people.manager)).unread).toBe(2);
    expect(await other.differences()).toEqual([]);
    await other.close();
  });
});
