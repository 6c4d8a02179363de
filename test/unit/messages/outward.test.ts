import { describe, expect, test } from 'vitest';
import { centre, city, HOUR, people, rule, T0, uid } from '../../support/centre.ts';
import { contact, marked, Outward, reads, withTerms } from '../../support/messages.ts';

const city1 = withTerms(centre({ rules: [] }));
const escalating = withTerms(centre({ rules: [rule(31), rule(32, { level: 2, trigger: inHours(6), target: ceo() })] }));

function inHours(hours: number) {
  return { kind: 'resolution_breach', hours, elapsed: false } as const;
}

function ceo() {
  return { kind: 'role', role: 'ceo' } as const;
}

function pendingText(language: 'en' | 'zu', channel: 'email' | 'sms', active = true) {
  const key = 'status_update.pending' as const;
  const parts = { key, language, channel, active, body: 'We wait for {{tracking_number}}.' };
  const value = { id: uid(61), templateId: uid(62), organizationId: city, subject: null, publishedAt: T0, ...parts };
  return { kind: 'template_published', value } as const;
}

function setUp(n: number, channel: 'email' | 'whatsapp') {
  const mail = { host: 'mail.example', port: 587, security: 'starttls', auth: 'none', userName: '' } as const;
  const from = { fromName: '', fromAddress: 'desk@city.example', oauth2: null, authorities: '', dkim: null, rate: 2 };
  const provider = { accountSid: 'AC0', apiKeySid: 'SK0', from: '+27820000000', contentTemplates: [], rate: 10 };
  const settings = channel === 'email' ? { channel, ...mail, ...from } : { channel, ...provider };
  return { kind: 'channel_saved', value: { id: uid(n), organizationId: city, settings } } as const;
}

describe('what a contact hears', () => {
  test('a new ticket is told as received, and each change of its status once', () => {
    const desk = new Outward(city1);
    expect(desk.toContact).toEqual(['status_update open']);
    expect(desk.status('in_progress').toContact).toEqual(['status_update in_progress']);
    expect(desk.status('resolved').toContact).toEqual(['status_update resolved']);
    expect(desk.status('open').toContact).toEqual(['status_update open']);
  });

  test('of changes in one go only the newest is told', () => {
    const change = (status: 'in_progress' | 'resolved') =>
      ({ kind: 'status_changed', body: { status, reason: '', disposition: null } }) as const;
    expect(new Outward(city1).does(change('in_progress'), change('resolved')).toContact).toEqual([
      'status_update resolved',
    ]);
  });

  test('a pause is told only where the organization wrote a text for it, on the channels that it wrote it for', () => {
    expect(new Outward(city1).status('pending').toContact).toEqual([]);
    const written = city1.with([pendingText('en', 'sms')]);
    const { wanted } = new Outward(written).status('pending');
    expect(wanted.map(({ ways }) => ways.map(({ channel }) => channel))).toEqual([['sms']]);
    expect(new Outward(city1.with([pendingText('en', 'sms', false)])).status('pending').toContact).toEqual([]);
  });

  test('a channel that is not set up is passed over while another is, and waits where none is', () => {
    const ways = (config: typeof city1) =>
      new Outward(config).wanted.map((one) => one.ways.map(({ channel }) => channel));
    expect(ways(city1)).toEqual([['whatsapp', 'sms', 'email']]);
    expect(ways(city1.with([setUp(71, 'email')]))).toEqual([['email']]);
    expect(ways(city1.with([setUp(71, 'email'), setUp(72, 'whatsapp')]))).toEqual([['whatsapp', 'email']]);
  });

  test('closing thanks instead of telling the status, unless the person who closes says otherwise', () => {
    expect(new Outward(city1).status('closed', { thank: true }).toContact).toEqual(['thank_you']);
    expect(new Outward(city1).status('closed', { thank: false }).toContact).toEqual(['status_update closed']);
  });

  test('an escalation is told at the first level alone, and again after it was stepped down', () => {
    const desk = new Outward(escalating);
    desk.does({ kind: 'replied', body: { text: 'x' } });
    expect(desk.wakesAt(T0 + 24 * HOUR).toContact).toEqual(['escalation_notice']);
    expect(desk.wakesAt(T0 + 30 * HOUR).toContact).toEqual([]);
    const byHand = {
      clockId: desk.happened.at(-1)?.state.cycle.id ?? '',
      level: 1,
      ruleVersionId: null,
      trigger: 'by_hand',
      targetUserId: people.manager,
      formerAssigneeId: null,
      reason: 'x',
      noticedAt: T0 + 31 * HOUR,
    } as const;
    desk.at(T0 + 31 * HOUR).does({ kind: 'stepped_down', body: { reason: 'x' } });
    expect(desk.does({ kind: 'escalated', body: byHand }).toContact).toEqual(['escalation_notice']);
  });

  test('an answer goes out as it was written', () => {
    const { wanted } = new Outward(city1).does({ kind: 'replied', body: { text: 'Fixed.\nThank you.' } });
    expect(wanted.map(({ kind, facts, replaces }) => ({ kind, facts, replaces }))).toEqual([
      { kind: 'reply', facts: { text: 'Fixed.\nThank you.' }, replaces: false },
    ]);
  });

  test('nothing of a sensitive ticket, and nothing of what happened before it was marked in the same go', () => {
    expect(new Outward(city1, { sensitive: true }).toContact).toEqual([]);
    const desk = new Outward(city1, { sensitive: true });
    expect(desk.does({ kind: 'replied', body: { text: 'x' } }).toContact).toEqual([]);
    expect(desk.status('closed', { thank: true }).toContact).toEqual([]);
    const restricted = new Outward(city1).does(
      { kind: 'replied', body: { text: 'x' } },
      { kind: 'marked_sensitive', body: {} },
    );
    expect(restricted.toContact).toEqual([]);
  });

  test('nothing of a duplicate, whether it was merged or closed as one', () => {
    const merged = { kind: 'merged', body: { intoTicketId: uid(8), intoNumber: 'WK-A-000008' } } as const;
    expect(new Outward(city1).does(merged).toContact).toEqual([]);
    expect(new Outward(city1).status('closed', { thank: true, disposition: 'duplicate' }).toContact).toEqual([]);
  });

  test('nothing of what an import brings, but of what is done to its ticket afterwards', () => {
    const desk = new Outward(city1, { batchId: uid(77) });
    expect(desk.toContact).toEqual([]);
    expect(desk.status('in_progress').toContact).toEqual(['status_update in_progress']);
  });

  test('nothing that is older than a day', () => {
    const desk = new Outward(city1);
    expect(desk.at(T0 + 24 * HOUR).toContact).toEqual(['status_update open']);
    expect(desk.at(T0 + 24 * HOUR + 1).toContact).toEqual([]);
  });

  test('nothing of what later turned out to have no effect', () => {
    const desk = new Outward(city1).status('closed');
    expect(desk.status('pending').toContact).toEqual([]);
  });
});

describe('how a contact is reached', () => {
  const waysOf = (desk: Outward) =>
    desk.wanted.map(({ ways }) => ways.map(({ channel, address }) => [channel, address]));
  const number = '+27821234567';

  test('in the order of the organization, its number in full by the organization’s country', () => {
    expect(waysOf(new Outward(city1))).toEqual([
      [
        ['whatsapp', number],
        ['sms', number],
        ['email', 'thandi@example.org'],
      ],
    ]);
  });

  test('in the contact’s own order, and through nothing that the contact did not agree to', () => {
    expect(waysOf(new Outward(city1, { contact: { ...contact, channels: ['email', 'sms'] } }))).toEqual([
      [
        ['email', 'thandi@example.org'],
        ['sms', number],
      ],
    ]);
    expect(waysOf(new Outward(city1, { contact: { ...contact, channels: [] } }))).toEqual([]);
  });

  test('past an opt-out only through what the contact named, since the organization’s order ends there', () => {
    expect(waysOf(new Outward(city1, {}, marked('whatsapp', 'opted_out')))).toEqual([]);
    const [ways] = waysOf(new Outward(city1, {}, marked('sms', 'opted_out')));
    expect(ways?.map(([channel]) => channel)).toEqual(['whatsapp']);
    const named = { contact: { ...contact, channels: ['whatsapp' as const, 'sms' as const] } };
    const [left] = waysOf(new Outward(city1, named, marked('whatsapp', 'opted_out')));
    expect(left?.map(([channel]) => channel)).toEqual(['sms']);
  });

  test.each(['not_on_channel', 'bad_address'] as const)('never through what is marked %s', (mark) => {
    const [ways] = waysOf(new Outward(city1, {}, marked('whatsapp', mark)));
    expect(ways?.map(([channel]) => channel)).toEqual(['sms', 'email']);
  });

  test('again through what was allowed again', () => {
    const [ways] = waysOf(new Outward(city1, {}, marked('whatsapp', 'allowed')));
    expect(ways?.map(([channel]) => channel)).toEqual(['whatsapp', 'sms', 'email']);
  });

  test('not at all without a usable address', () => {
    expect(waysOf(new Outward(city1, { contact: { ...contact, phone: '12', email: 'nobody' } }))).toEqual([]);
  });

  test('ten seconds later, so that it can be undone, and until a day after that', () => {
    const [wanted] = new Outward(city1).wanted;
    expect([wanted?.dueAt, wanted?.expiresAt]).toEqual([T0 + 10_000, T0 + 10_000 + 24 * HOUR]);
  });

  test('in quiet hours in the morning', () => {
    const night = withTerms(centre({ rules: [] }), { quietHours: { from: '20:00', until: '07:00' } });
    // 19:59:55 in Johannesburg: quiet by the time that it could leave.
    const evening = Date.parse('2026-03-02T17:59:55Z');
    const [wanted] = new Outward(night).at(evening).status('in_progress').wanted;
    expect(wanted?.dueAt).toBe(Date.parse('2026-03-03T05:00:00Z'));
  });
});

describe('what staff hear outside the window', () => {
  const assigned = { kind: 'assigned', body: { assigneeId: people.otherAgent, teamId: uid(11) } } as const;
  const toStaff = (desk: Outward) => desk.wanted.filter(({ recipient }) => recipient.kind === 'user');

  test('nothing where a reader left no address', () => {
    expect(toStaff(new Outward(city1).does(assigned))).toEqual([]);
  });

  test('by mail unless they chose otherwise, bundled for five minutes', () => {
    const config = reads(city1, people.otherAgent, { email: 'other@example.org' });
    const [told, ...others] = toStaff(new Outward(config).does(assigned));
    expect(others).toEqual([]);
    expect(told).toMatchObject({
      kind: 'assignment',
      ways: [{ channel: 'email', address: 'other@example.org' }],
      critical: false,
      dueAt: T0 + 5 * 60_000,
      replaces: false,
    });
  });

  test('on every way that they chose for that kind of news, each by itself', () => {
    const settings = { email: 'other@example.org', phone: '082 123 4567' };
    const chosen = reads(city1, people.otherAgent, { ...settings, ways: { assignment: ['sms', 'desktop', 'email'] } });
    const told = toStaff(new Outward(chosen).does(assigned));
    expect(told.map(({ ways }) => ways.map(({ channel }) => channel))).toEqual([['sms'], ['email']]);
    const silent = reads(city1, people.otherAgent, { ...settings, ways: { assignment: [] } });
    expect(toStaff(new Outward(silent).does(assigned))).toEqual([]);
  });

  test('a breach and an escalation at once and through quiet hours, worth half an hour', () => {
    const allDay = withTerms(centre(), { quietHours: { from: '00:00', until: '23:59' } });
    const config = reads(allDay, people.manager, { email: 'manager@example.org' });
    const desk = new Outward(config);
    desk.does({ kind: 'replied', body: { text: 'x' } });
    expect(toStaff(desk.wakesAt(T0 + 24 * HOUR))).toMatchObject([
      { kind: 'escalation', critical: true, dueAt: T0 + 24 * HOUR, expiresAt: T0 + 24.5 * HOUR, facts: { level: '1' } },
    ]);
  });

  test('of a sensitive ticket the cleared alone, and nothing but that it is one', () => {
    const both = [people.supervisor, people.clearedSupervisor].reduce(
      (config, id) => reads(config, id, { email: 'somebody@example.org' }),
      city1,
    );
    const desk = new Outward(both).does({ kind: 'marked_sensitive', body: {} });
    expect(toStaff(desk).map(({ recipient, facts }) => [recipient.kind === 'user' && recipient.userId, facts])).toEqual(
      [[people.clearedSupervisor, { restricted: 'yes' }]],
    );
    const given = { kind: 'assigned', body: { assigneeId: people.clearedSupervisor, teamId: uid(11) } } as const;
    expect(toStaff(desk.does(given)).map(({ kind, facts }) => [kind, facts])).toEqual([
      ['assignment', { restricted: 'yes' }],
    ]);
  });

  test('nothing of an import', () => {
    const config = reads(city1, people.otherAgent, { email: 'other@example.org' });
    expect(toStaff(new Outward(config, { batchId: uid(77), assigneeId: people.otherAgent }))).toEqual([]);
    expect(toStaff(new Outward(config, { assigneeId: people.otherAgent }))).toHaveLength(1);
  });
});
