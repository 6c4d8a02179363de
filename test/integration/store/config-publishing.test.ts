import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConfigChange, ConfigThing } from '../../../src/preload/contract/configuration.ts';
import type { PublishOutcome } from '../../../src/preload/contract/publishing.ts';
import type { ConfigEntity } from '../../../src/main/domain/config/config.ts';
import { any, centreUsers, city, HOUR, people, policy, rule, T0, uid, user } from '../../support/centre.ts';
import { calendar, change, roads, template, theCity } from '../../support/config-draft.ts';
import { StoreDesk } from '../../support/store-desk.ts';
import { codeOf, unwrap } from '../../support/store-options.ts';

const second = user(uid(150), { userName: 'second', administrator: true });
const H = 3600;
const twelveHours = { response: null, next_response: null, resolution: 12 * H };

/** A centre with two administrators, and what a test does to its configuration. */
class Publishing {
  readonly desk: StoreDesk;

  private constructor(desk: StoreDesk) {
    this.desk = desk;
  }

  static async start(name: string, besides: readonly ConfigEntity[] = []): Promise<Publishing> {
    const desk = await StoreDesk.start(name);
    unwrap(await desk.execute('save-config', { entities: [{ kind: 'user_saved', value: second }, ...besides] }, null));
    return new Publishing(desk);
  }

  get(viewerId: string = people.administrator) {
    return this.desk.read('configuration', {}, viewerId);
  }

  /** Id of the event that last set a thing, as a screen would have read it. */
  async revision({ kind, id }: ConfigThing): Promise<string> {
    const config = unwrap(await this.get());
    const versions = {
      policy: config.policies.find((one) => one.policyId === id)?.versions[0],
      rule: config.rules.find((one) => one.ruleId === id)?.versions[0],
      calendar: config.calendars.find((one) => one.calendarId === id)?.versions[0],
      template: config.templates.find((one) => one.templateId === id)?.versions[0],
      organization: config.organizations.find((one) => one.id === id),
      team: config.teams.find((one) => one.id === id),
      user: config.users.find((one) => one.id === id),
    };
    const found = versions[kind];
    if (found === undefined) throw new Error(`no ${kind} ${id}`);
    return found.revision;
  }

  async publishes(
    changes: readonly ConfigChange[],
    { by = people.administrator, reapply = false, note = '' }: { by?: string; reapply?: boolean; note?: string } = {},
  ): Promise<PublishOutcome> {
    return unwrap(await this.desk.execute('publish-config', { changes, reapply, note }, by));
  }

  decides(proposalId: string, verdict: 'approve' | 'reject' | 'withdraw', by: string, reason = '') {
    return this.desk.execute('decide-proposal', { proposalId, verdict, reason }, by);
  }

  /** The policy of the city with other targets, on what is there now. */
  async cityPolicy(parts: Parameters<typeof policy>[1]): Promise<ConfigChange> {
    return change.policy(policy(21, parts), await this.revision({ kind: 'policy', id: uid(521) }));
  }

  async proposes(changes: readonly ConfigChange[], by: string, reapply = false): Promise<string> {
    const outcome = await this.publishes(changes, { by, reapply });
    if (outcome.outcome !== 'proposed') throw new Error(`${outcome.outcome} ${JSON.stringify(outcome)}`);
    return outcome.proposalId;
  }
}

const watched: ConfigEntity = { kind: 'organization_saved', value: { ...theCity, secondApprover: true } };

describe('publishing', () => {
  let centre: Publishing;
  beforeAll(async () => {
    centre = await Publishing.start('publishing');
  });
  afterAll(() => centre.desk.close());

  test('makes a new version and keeps the one before', async () => {
    const draft = await centre.cityPolicy({ targetSeconds: twelveHours });
    const outcome = await centre.publishes([draft]);
    expect(outcome).toMatchObject({
      outcome: 'published',
      things: [{ kind: 'policy', id: uid(521) }],
      reapplying: false,
    });
    const [one] = unwrap(await centre.get()).policies;
    expect(one?.versions.map(({ targetSeconds }) => targetSeconds.resolution)).toEqual([12 * H, 24 * H]);
    expect(one?.versions[0]).toMatchObject({ savedById: people.administrator, publishedAt: T0 });
    expect(new Set(one?.versions.map(({ id }) => id)).size).toBe(2);
  });

  test('writes nothing for what is so already, and tells so', async () => {
    const draft = await centre.cityPolicy({ targetSeconds: twelveHours });
    expect(await centre.publishes([draft])).toEqual({ outcome: 'unchanged' });
    const both = await centre.publishes([draft, change.calendar(calendar(41))]);
    expect(both).toMatchObject({ outcome: 'published', things: [{ kind: 'calendar', id: uid(541) }] });
  });

  test('tells who changed it since, and then publishes nothing', async () => {
    const draft = change.policy(policy(21, { name: 'Late' }), uid(21));
    const revision = await centre.revision({ kind: 'policy', id: uid(521) });
    expect(revision).not.toBe(uid(21));
    expect(await centre.publishes([draft, change.calendar(calendar(42))])).toEqual({
      outcome: 'stale',
      things: [{ kind: 'policy', id: uid(521), savedAt: T0, savedById: people.administrator }],
    });
    expect(unwrap(await centre.get()).calendars).toHaveLength(1);
  });

  test('refuses all for one bad part, with every reason', async () => {
    const before = unwrap(await centre.get());
    const outcome = await centre.publishes([
      change.calendar(calendar(43)),
      await centre.cityPolicy({ warnPercent: 200, calendarId: uid(9) }),
    ]);
    expect(outcome.outcome === 'refused' && outcome.problems.map(({ code }) => code).sort()).toEqual([
      'PERCENT_OUT_OF_RANGE',
      'UNKNOWN_CALENDAR',
    ]);
    expect(unwrap(await centre.get())).toEqual(before);
  });

  test('refuses an id under which a ticket stands', async () => {
    const { ticketId } = await centre.desk.creates();
    const outcome = await centre.publishes([change.team({ ...roads, id: ticketId, name: 'New' })]);
    expect(outcome.outcome === 'refused' && outcome.problems).toMatchObject([{ code: 'ID_TAKEN', path: 'id' }]);
  });

  test('saves organizations, teams and users, new ones among them, that name each other', async () => {
    const leader = user(uid(160), {
      userName: 'leader',
      grants: [{ organizationId: city, role: 'supervisor', order: 5 }],
    });
    const team = { id: uid(161), organizationId: city, name: 'Lights', managerId: leader.id, memberIds: [leader.id] };
    const organization = change.organization(
      { ...theCity, categories: ['roads', 'lights'] },
      await centre.revision({ kind: 'organization', id: city }),
    );
    const outcome = await centre.publishes([change.team(team), change.user(leader), organization]);
    expect(outcome.outcome === 'published' && outcome.things.map(({ kind }) => kind)).toEqual([
      'organization',
      'user',
      'team',
    ]);
    const { organizations, teams } = unwrap(await centre.desk.read('directory', {}, people.agent));
    expect(organizations.find(({ id }) => id === city)?.categories).toEqual(['roads', 'lights']);
    expect(teams.find(({ id }) => id === team.id)?.managerId).toBe(leader.id);
  });

  test('stands in the audit, thing by thing, and the log still folds to what is shown', async () => {
    expect(await centre.desk.differences()).toEqual([]);
  });
});

describe('who may', () => {
  let centre: Publishing;
  beforeAll(async () => {
    centre = await Publishing.start('publishing-access');
  });
  afterAll(() => centre.desk.close());

  const mayDo = async (by: string): Promise<string> => {
    const draft = await centre.cityPolicy({ name: `by ${by}` });
    const done = await centre.desk.execute('publish-config', { changes: [draft], reapply: false, note: '' }, by);
    return done.ok ? done.value.outcome : done.code;
  };

  test('publish: administrators; propose: who leads the organization; nobody else even sees it', async () => {
    const outcomes: Record<string, string> = {};
    for (const [name, id] of Object.entries(people)) outcomes[name] = await mayDo(id);
    expect(outcomes).toEqual({
      agent: 'ACCESS_DENIED',
      otherAgent: 'ACCESS_DENIED',
      supervisor: 'ACCESS_DENIED',
      manager: 'ACCESS_DENIED',
      hospitalAdmin: 'proposed',
      ceo: 'proposed',
      administrator: 'published',
      auditor: 'ACCESS_DENIED',
      clearedSupervisor: 'ACCESS_DENIED',
    });
    const seen: Record<string, boolean> = {};
    for (const [name, id] of Object.entries(people)) seen[name] = (await centre.get(id)).ok;
    expect(Object.entries(seen).flatMap(([name, isSeen]) => (isSeen ? [name] : []))).toEqual([
      'hospitalAdmin',
      'ceo',
      'administrator',
    ]);
  });

  test('users: administrators alone, and nobody without a name', async () => {
    const draft = [change.user(user(uid(170), { userName: 'new' }))];
    const input = { changes: draft, reapply: false, note: '' };
    expect(codeOf(await centre.desk.execute('publish-config', input, people.ceo))).toBe('ACCESS_DENIED');
    expect(codeOf(await centre.desk.execute('publish-config', input, null))).toBe('ACCESS_DENIED');
    expect(codeOf(await centre.desk.read('check-draft', { changes: draft }, people.ceo))).toBe('ACCESS_DENIED');
    expect(codeOf(await centre.desk.read('preview-draft', { changes: draft }, people.agent))).toBe('ACCESS_DENIED');
  });

  test('another organization: not even propose', async () => {
    const own = user(uid(171), { userName: 'head', grants: [{ organizationId: city, role: 'ceo', order: 9 }] });
    expect(await centre.publishes([change.user(own)])).toMatchObject({ outcome: 'published' });
    const config = unwrap(await centre.get(own.id));
    expect(config.organizations.map(({ name, publishing }) => [name, publishing])).toEqual([['City', 'approval']]);
    expect(
      config.users.find(({ id }) => id === people.agent)?.grants.map(({ organizationId }) => organizationId),
    ).toEqual([city]);
    const elsewhere = change.policy(policy(61, { organizationId: uid(2) }));
    const input = { changes: [elsewhere], reapply: false, note: '' };
    expect(codeOf(await centre.desk.execute('publish-config', input, own.id))).toBe('ACCESS_DENIED');
  });

  test('give clearance: two administrators, and by no other way', async () => {
    const agent = centreUsers.find(({ id }) => id === people.agent);
    if (agent === undefined) throw new Error('no agent');
    const cleared = { ...agent, clearedFor: [city] };
    const direct = await centre.desk.execute(
      'save-config',
      { entities: [{ kind: 'user_saved', value: cleared }] },
      people.administrator,
    );
    expect(codeOf(direct)).toBe('SECOND_APPROVER_NEEDED');
    const basedOn = await centre.revision({ kind: 'user', id: agent.id });
    const proposalId = await centre.proposes([change.user(cleared, basedOn)], people.administrator);
    expect(codeOf(await centre.decides(proposalId, 'approve', people.administrator))).toBe('ACCESS_DENIED');
    expect(codeOf(await centre.decides(proposalId, 'approve', people.ceo))).toBe('NOT_FOUND');
    expect(unwrap(await centre.decides(proposalId, 'approve', second.id))).toMatchObject({ outcome: 'published' });
    const users = unwrap(await centre.get()).users;
    expect(users.find(({ id }) => id === agent.id)?.clearedFor).toEqual([city]);
    // Taking it away takes nobody else.
    const taken = change.user(agent, await centre.revision({ kind: 'user', id: agent.id }));
    expect(await centre.publishes([taken])).toMatchObject({ outcome: 'published' });
  });
});

describe('where an organization wants a second approver', () => {
  let centre: Publishing;
  beforeAll(async () => {
    centre = await Publishing.start('second-approver', [watched]);
  });
  afterAll(() => centre.desk.close());

  test('publishing makes a proposal, which another publishes as it was proposed', async () => {
    const draft = await centre.cityPolicy({ targetSeconds: twelveHours });
    const check = unwrap(await centre.desk.read('check-draft', { changes: [draft] }, people.administrator));
    expect(check).toEqual({ problems: [], publishing: 'approval' });
    const proposalId = await centre.proposes([draft], people.administrator);
    const before = unwrap(await centre.get());
    expect(before.policies[0]?.versions).toHaveLength(1);
    expect(before.proposals).toMatchObject([
      { id: proposalId, state: 'open', mayApprove: false, mayReject: false, mayWithdraw: true, stale: [] },
    ]);
    expect(unwrap(await centre.get(second.id)).proposals).toMatchObject([{ mayApprove: true, mayWithdraw: false }]);

    expect(unwrap(await centre.decides(proposalId, 'approve', second.id))).toMatchObject({ outcome: 'published' });
    const after = unwrap(await centre.get());
    expect(after.policies[0]?.versions[0]).toMatchObject({ targetSeconds: twelveHours, savedById: second.id });
    expect(after.proposals).toEqual([]);
    expect(codeOf(await centre.decides(proposalId, 'approve', second.id))).toBe('ALREADY_DECIDED');
    const { proposals } = unwrap(await centre.desk.read('proposals', {}, people.administrator));
    expect(proposals).toMatchObject([{ id: proposalId, state: 'approved', decidedById: second.id }]);
  });

  test('an own text and how messages go are the affair of two people as well', async () => {
    const text = template(61, { body: 'We have your report {{tracking_number}}.' });
    const revision = await centre.revision({ kind: 'organization', id: city });
    const terms = change.organization({ ...theCity, secondApprover: true, messages: { silenceDays: 7 } }, revision);
    const proposalId = await centre.proposes([terms, change.template(text)], people.administrator);
    expect(unwrap(await centre.get()).templates).toEqual([]);
    const outcome = unwrap(await centre.decides(proposalId, 'approve', second.id));
    expect(outcome).toMatchObject({ outcome: 'published', things: [{ kind: 'organization' }, { kind: 'template' }] });
    const after = unwrap(await centre.get());
    expect(after.templates[0]?.versions).toMatchObject([{ body: text.body, savedById: second.id }]);
    expect(after.organizations.find(({ id }) => id === city)?.messages).toEqual({ silenceDays: 7 });
    const file = unwrap(await centre.desk.read('export-config', {}, people.administrator)).text;
    expect(JSON.parse(file)).toMatchObject({
      organizations: expect.arrayContaining([
        expect.objectContaining({
          messages: { silence_days: 7 },
          texts: [{ for: 'status_update.open', language: 'en', channel: 'sms', body: text.body }],
        }),
      ]) as unknown,
    });
  });

  test('no way leads past it: neither saving at once nor taking the wish itself away', async () => {
    const entities: ConfigEntity[] = [{ kind: 'policy_published', value: policy(25, { policyId: uid(521) }) }];
    expect(codeOf(await centre.desk.execute('save-config', { entities }, people.administrator))).toBe(
      'SECOND_APPROVER_NEEDED',
    );
    const off = change.organization(
      { ...theCity, secondApprover: false },
      await centre.revision({ kind: 'organization', id: city }),
    );
    expect(await centre.publishes([off])).toMatchObject({ outcome: 'proposed' });
    const promoted = user(people.agent, { grants: [{ organizationId: city, role: 'ceo', order: 0 }] });
    const role = change.user(promoted, await centre.revision({ kind: 'user', id: people.agent }));
    expect(await centre.publishes([role])).toMatchObject({ outcome: 'proposed' });
  });

  test('one that rests on what somebody has changed since is told as stale, with what changed', async () => {
    const first = await centre.proposes([await centre.cityPolicy({ name: 'First' })], people.administrator);
    const other = await centre.proposes([await centre.cityPolicy({ name: 'Other' })], people.ceo);
    centre.desk.nowAt += HOUR;
    unwrap(await centre.decides(other, 'approve', second.id));
    const shown = unwrap(await centre.desk.read('proposals', {}, second.id)).proposals.find(({ id }) => id === first);
    expect(shown?.stale).toEqual([{ kind: 'policy', id: uid(521) }]);
    expect(unwrap(await centre.decides(first, 'approve', second.id))).toEqual({
      outcome: 'stale',
      things: [{ kind: 'policy', id: uid(521), savedAt: T0 + HOUR, savedById: second.id }],
    });
    expect(unwrap(await centre.get()).policies[0]?.versions[0]?.name).toBe('Other');
    expect(unwrap(await centre.decides(first, 'withdraw', people.administrator))).toEqual({ outcome: 'withdrawn' });
  });

  test('one that has become wrong since is refused with the reason', async () => {
    const named = rule(34, {
      level: 2,
      target: { kind: 'role', role: 'ceo' },
      conditions: { ...any, category: 'roads' },
    });
    const proposalId = await centre.proposes([change.rule(named)], people.administrator);
    const without: ConfigEntity = {
      kind: 'organization_saved',
      value: { ...theCity, categories: [], secondApprover: true },
    };
    unwrap(await centre.desk.execute('save-config', { entities: [without] }, null));
    const outcome = unwrap(await centre.decides(proposalId, 'approve', second.id));
    expect(outcome.outcome === 'refused' && outcome.problems.map(({ code }) => code)).toEqual(['UNKNOWN_CATEGORY']);
    unwrap(await centre.desk.execute('save-config', { entities: [watched] }, null));
  });

  test('rejecting says why, and its author reads it', async () => {
    const proposalId = await centre.proposes([await centre.cityPolicy({ name: 'Too short' })], people.ceo);
    expect(codeOf(await centre.decides(proposalId, 'reject', second.id))).toBe('BAD_INPUT');
    expect(codeOf(await centre.decides(proposalId, 'withdraw', second.id))).toBe('ACCESS_DENIED');
    unwrap(await centre.decides(proposalId, 'reject', second.id, 'Nobody can keep it.'));
    const { proposals } = unwrap(await centre.desk.read('proposals', {}, people.ceo));
    expect(proposals.find(({ id }) => id === proposalId)).toMatchObject({
      state: 'rejected',
      reason: 'Nobody can keep it.',
      decidedById: second.id,
    });
    expect(await centre.desk.differences()).toEqual([]);
  });
});

describe('re-applying to open tickets', () => {
  test('touches those whom the draft decides, as the preview told, and goes on after a restart', async () => {
    const low = policy(22, { name: 'Low', match: { ...any, severity: 'low' } });
    const centre = await Publishing.start('reapply', [{ kind: 'policy_published', value: low }]);
    const { desk } = centre;
    for (let n = 0; n < 25; n += 1) await desk.creates();
    const untouched = await desk.creates({ severity: 'low', priority: 'low' });
    const sensitive = await desk.creates({ sensitive: true });
    const done = await desk.creates();
    await desk.does({
      kind: 'set_status',
      input: { ticketId: done.ticketId, status: 'resolved', reason: '', disposition: null },
    });
    desk.nowAt = T0 + HOUR;

    const draft = await centre.cityPolicy({ targetSeconds: twelveHours });
    const preview = unwrap(await desk.read('preview-draft', { changes: [draft] }, people.administrator));
    expect(preview.touched).toBe(25);
    expect(preview.rows).toHaveLength(25);
    // Who configures and sees no ticket is told times, and no ticket.
    expect(preview.rows[0]).toMatchObject({
      ticketId: null,
      number: null,
      fromPolicy: 'policy 21',
      deadlines: {
        resolution: { before: T0 + 24 * HOUR, after: T0 + 12 * HOUR },
        response: { before: T0 + 4 * HOUR, after: null },
      },
      breachesNow: [],
    });
    const proposer = unwrap(await desk.read('preview-draft', { changes: [draft] }, people.ceo));
    expect(proposer.rows[0]?.number).toMatch(/^WK-/);

    const outcome = await centre.publishes([draft], { reapply: true });
    expect(outcome).toMatchObject({ outcome: 'published', reapplying: true });
    expect(unwrap(await desk.read('next-instant', {}, null)).nextAt).toBe(desk.nowAt);
    expect(unwrap(await desk.execute('work-off', { limit: 10, awaiting: false }, null))).toMatchObject({ more: true });
    await desk.reopen();
    await desk.wakesAt(desk.nowAt, 10);

    const view = async (ticketId: string) =>
      unwrap(await desk.read('ticket-view', { ticketId }, people.clearedSupervisor));
    const rows = unwrap(await desk.read('list-tickets', { limit: 100 }, people.clearedSupervisor)).rows;
    const dueAt = rows
      .filter(({ severity, sensitive: isHidden }) => severity === 'medium' && !isHidden)
      .map((row) => row.clocks.resolution);
    expect(dueAt.filter((clock) => clock.kind === 'running' && clock.dueAt === T0 + 12 * HOUR)).toHaveLength(25);
    for (const { ticketId } of [untouched, sensitive, done])
      expect((await view(ticketId)).timeline.map(({ kind }) => kind)).not.toContain('policy_reapplied');
    // The warning of the one that kept its response target.
    expect(unwrap(await desk.read('next-instant', {}, null)).nextAt).toBe(T0 + 3 * HOUR);
    expect(await desk.differences()).toEqual([]);
    await desk.close();
  });

  test('without it, what is open keeps its deadline and what is new has the new one', async () => {
    const centre = await Publishing.start('no-reapply');
    const { desk } = centre;
    const old = await desk.creates();
    await centre.publishes([await centre.cityPolicy({ targetSeconds: twelveHours })]);
    const fresh = await desk.creates();
    const due = async (ticketId: string) =>
      unwrap(await desk.read('ticket-view', { ticketId }, people.agent)).clocks.resolution;
    expect(await due(old.ticketId)).toMatchObject({ dueAt: T0 + 24 * HOUR });
    expect(await due(fresh.ticketId)).toMatchObject({ dueAt: T0 + 12 * HOUR });
    await desk.close();
  });

  test('a calendar that changes moves the tickets of the policies that name it; what then is late breaches', async () => {
    const named = policy(26, { policyId: uid(521), calendarId: uid(541), targetSeconds: twelveHours });
    const centre = await Publishing.start('reapply-calendar', [
      { kind: 'calendar_published', value: calendar(41) },
      { kind: 'policy_published', value: named },
    ]);
    const { desk } = centre;
    const { ticketId } = await desk.creates();
    await desk.wakesAt(T0 + 13 * HOUR);
    const always = [['00:00', '24:00']] as const;
    const hours = { ...calendar(41).hours, hours: { mon: always, tue: always, wed: always, thu: always, fri: always } };
    const draft = change.calendar(calendar(41, { hours }), uid(41));
    const preview = unwrap(await desk.read('preview-draft', { changes: [draft] }, people.ceo));
    expect(preview).toMatchObject({ touched: 1, rows: [{ breachesNow: ['resolution'] }] });
    await centre.publishes([draft], { reapply: true });
    expect(unwrap(await desk.execute('reapply-config', { limit: 100 }, people.administrator))).toEqual({
      reapplied: 1,
      more: false,
    });
    const row = unwrap(await desk.read('ticket-view', { ticketId }, people.agent));
    expect(row.clocks.resolution).toMatchObject({ kind: 'breached', noticedAt: T0 + 13 * HOUR });
    expect(codeOf(await desk.execute('reapply-config', { limit: 1 }, people.agent))).toBe('ACCESS_DENIED');
    await desk.close();
  });

  test('a proposal that asks for it does so when it is approved', async () => {
    const centre = await Publishing.start('reapply-proposal', [watched]);
    const { desk } = centre;
    await desk.creates();
    const draft = await centre.cityPolicy({ targetSeconds: twelveHours });
    const proposalId = await centre.proposes([draft], people.ceo, true);
    expect(unwrap(await desk.read('next-instant', {}, null)).nextAt).toBe(T0 + 3 * HOUR);
    expect(unwrap(await centre.decides(proposalId, 'approve', people.administrator))).toMatchObject({
      reapplying: true,
    });
    await desk.wakesAt(T0);
    expect(unwrap(await desk.read('next-instant', {}, null)).nextAt).toBe(T0 + 9 * HOUR);
    await desk.close();
  });
});

test('two desks that approve one proposal write the same events, also on the tickets', async () => {
  const approve = async (name: string, approverId: string) => {
    const centre = await Publishing.start(name, [watched]);
    const { desk } = centre;
    const { ticketId } = await desk.creates();
    const team = await centre.revision({ kind: 'team', id: roads.id });
    const value = {
      id: uid(300),
      organizationId: city,
      authorId: people.ceo,
      proposedAt: T0,
      note: '',
      changes: [
        change.policy(policy(21, { targetSeconds: twelveHours }), uid(21)),
        change.team({ ...roads, name: 'Streets' }, team),
      ],
      reapply: true,
    };
    // As it came from the desk of its author.
    unwrap(await desk.execute('save-config', { entities: [{ kind: 'proposal_saved', value }] }, null));
    unwrap(await centre.decides(value.id, 'approve', approverId));
    await desk.wakesAt(desk.nowAt + HOUR);
    const { policies, teams } = unwrap(await centre.get());
    const { timeline } = unwrap(await desk.read('ticket-view', { ticketId }, people.agent));
    const ofEngine = timeline.filter(({ kind }) => kind === 'policy_reapplied' || kind === 'policy_matched');
    await desk.close();
    return {
      ticketId,
      version: policies[0]?.versions[0]?.id,
      team: teams.find(({ id }) => id === roads.id)?.revision,
      events: ofEngine.map(({ eventId, kind }) => [kind, eventId]),
    };
  };
  const one = await approve('desk-a', people.administrator);
  expect(one.events.map(([kind]) => kind)).toEqual(['policy_matched', 'policy_reapplied', 'policy_matched']);
  expect(await approve('desk-b', second.id)).toEqual(one);
});
