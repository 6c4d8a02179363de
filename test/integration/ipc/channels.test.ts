import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChannelSettings } from '../../../src/preload/contract/messages.ts';
import type { RouteInput, RouteName, RouteOutput } from '../../../src/preload/contract/routes.ts';
import { routes } from '../../../src/preload/contract/routes.ts';
import { mailChannel, twilioChannel } from '../../support/channel-parts.ts';
import { emptyFolder, keychain, plainDesk, type PlainDesk } from '../../support/electron-free-desk.ts';
import { codeOf, unwrap } from '../../support/store-options.ts';

/** Found again wherever it should not be. */
const marker = 'a-secret-that-nobody-may-find-0xC0FFEE';
const { folder, remove } = emptyFolder();
let desk: PlainDesk;
let organizationId: string;

beforeAll(async () => {
  desk = plainDesk(folder, null);
  await desk.request('desk.info', {});
  unwrap(
    await desk.request('desk.setUp', {
      userName: 'amina',
      displayName: 'Amina',
      password: 'a long enough password',
      language: 'en',
      sample: 'small',
      allowPasswordOnly: true,
    }),
  );
  organizationId = (await asks('config.get', {})).organizations[0]?.id ?? '';
});
afterAll(async () => {
  await desk.session.close();
  remove();
});

/** What the window is answered, held to the form that the contract promises. */
async function asks<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> {
  const value = unwrap(await desk.request(route, input));
  expect(routes[route].output.parse(value)).toEqual(value);
  return value;
}

async function viewOf(channel: ChannelSettings['channel']) {
  const views = await asks('channels.list', { organizationId });
  return views.find((view) => view.channel === channel);
}

function filesIn(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

const withPassword = mailChannel(2525, { auth: 'password', userName: 'desk' }).settings;

describe('channels of an organization', () => {
  test('begin unset, with nothing of anybody’s', async () => {
    const views = await asks('channels.list', {});
    expect(views.filter((view) => view.organizationId === organizationId).map(({ channel }) => channel)).toEqual([
      'whatsapp',
      'sms',
      'email',
    ]);
    expect(views.map(({ state, settings, secrets }) => ({ state, settings, secrets }))).toEqual(
      views.map(() => ({ state: 'unset', settings: null, secrets: [] })),
    );
  });

  test('are not saved while a field is wrong, and nothing of them stays', async () => {
    const settings = { ...withPassword, fromAddress: 'nobody' } as ChannelSettings;
    const { problems } = await asks('channels.save', { organizationId, settings, secrets: { password: marker } });
    expect(problems).toEqual([{ path: 'fromAddress', code: 'MAIL_ADDRESS' }]);
    expect((await viewOf('email'))?.secrets).toEqual([]);
    const broken = { ...withPassword, authorities: '-----BEGIN CERTIFICATE-----\nbm8=\n-----END CERTIFICATE-----' };
    expect(await asks('channels.save', { organizationId, settings: broken })).toEqual({
      problems: [{ path: 'authorities', code: 'PEM' }],
    });
  });

  test('show of a secret where it is kept and since when, and tell when an own authority ends', async () => {
    expect(
      await asks('channels.save', { organizationId, settings: withPassword, secrets: { password: marker } }),
    ).toEqual({ problems: [] });
    const view = await viewOf('email');
    expect(view?.secrets).toEqual([{ name: 'password', keptBy: 'store', savedAt: desk.clock.now() }]);
    expect(view?.settings).toEqual(withPassword);
    expect(view?.endsAt).toBeGreaterThan(Date.now());
  });

  test('keep a secret that is left out, and forget one that is emptied', async () => {
    const settings = { ...withPassword, fromName: 'Water' } as ChannelSettings;
    await asks('channels.save', { organizationId, settings });
    expect((await viewOf('email'))?.secrets).toHaveLength(1);
    await asks('channels.save', { organizationId, settings, secrets: { password: '' } });
    expect(await viewOf('email')).toMatchObject({ secrets: [], state: 'unset' });
    await asks('channels.save', { organizationId, settings, secrets: { password: marker } });
  });

  test('do not hand a kept secret to another server', async () => {
    const settings = { ...withPassword, host: 'mail.elsewhere.example' } as ChannelSettings;
    expect(await asks('channels.save', { organizationId, settings })).toEqual({
      problems: [{ path: 'secrets.password', code: 'SECRET_AGAIN' }],
    });
  });

  test('are tried and tested by administrators, as far as there is something to try', async () => {
    const { messageId } = await asks('channels.testSend', {
      organizationId,
      channel: 'sms',
      address: '082 123 4567',
    });
    const { items } = await asks('outbox.page', { view: 'all', organizationId });
    expect(items.find(({ id }) => id === messageId)).toMatchObject({ kind: 'test', state: 'held', code: 'NO_CHANNEL' });
    expect(codeOf(await desk.request('channels.probe', { organizationId, channel: 'sms' }))).toBe('NOT_FOUND');
    await asks('channels.probe', { organizationId, channel: 'email' });
    expect(await viewOf('email')).toMatchObject({ state: 'working', nextProbeAt: desk.clock.now() });
    expect(codeOf(await desk.request('channels.testSend', { organizationId, channel: 'email', address: 'me' }))).toBe(
      'BAD_INPUT',
    );
  });
});

describe('a secret', () => {
  test('is in no answer, no file of the configuration, no outbox and no draft', async () => {
    const { settings } = twilioChannel();
    await asks('channels.save', { organizationId, settings, secrets: { apiKeySecret: marker } });
    const answers = [
      await asks('channels.list', {}),
      await asks('config.get', {}),
      await asks('config.export', {}),
      await asks('config.proposals', {}),
      await asks('outbox.page', { view: 'all' }),
      await asks('directory.get', {}),
      await asks('templates.list', { organizationId }),
      await asks('draft.get', { key: `channel ${organizationId}` }),
    ];
    expect(JSON.stringify(answers)).not.toContain(marker);
    const store = desk.session.store();
    const entities = await store?.query('config', {}, { viewerId: null, nowAt: desk.clock.now() });
    expect(JSON.stringify(entities)).toContain('apiKeySid');
    expect(JSON.stringify(entities)).not.toContain(marker);
  });

  test('is refused without being repeated', async () => {
    const settings = { ...withPassword, port: 0 } as ChannelSettings;
    const refused = await desk.request('channels.save', { organizationId, settings, secrets: { password: marker } });
    expect(refused).toMatchObject({ ok: false, code: 'BAD_INPUT', params: { field: 'settings.port' } });
    const long = await desk.request('channels.save', {
      organizationId,
      settings: withPassword,
      secrets: { password: marker.repeat(1000) },
    });
    expect(JSON.stringify([refused, long])).not.toContain(marker);
  });

  test('stands readable in no file, kept by the store or by the keychain', async () => {
    const other = emptyFolder();
    const sealing = plainDesk(other.folder, keychain());
    await sealing.request('desk.info', {});
    unwrap(
      await sealing.request('desk.setUp', {
        userName: 'ben',
        displayName: 'Ben',
        password: 'a long enough password',
        language: 'en',
        sample: 'small',
        allowPasswordOnly: false,
      }),
    );
    const [organization] = unwrap(await sealing.request('config.get', {})).organizations;
    const input = { organizationId: organization?.id ?? '', settings: withPassword, secrets: { password: marker } };
    unwrap(await sealing.request('channels.save', input));
    const views = unwrap(await sealing.request('channels.list', { organizationId: input.organizationId }));
    expect(views.flatMap(({ secrets }) => secrets.map(({ keptBy }) => keptBy))).toEqual(['keychain']);
    for (const file of [...filesIn(folder), ...filesIn(other.folder)])
      expect([file, readFileSync(file).includes(marker)]).toEqual([file, false]);
    await sealing.session.close();
    other.remove();
  });
});

describe('texts of messages', () => {
  test('are the product’s in four languages, and shown as they would go out', async () => {
    const texts = await asks('templates.list', { organizationId });
    const of = (language: string) =>
      texts.find((one) => one.key === 'thank_you' && one.channel === 'email' && one.language === language)?.body;
    expect([of('en'), of('zu'), of('af'), of('ar')].every((body) => body?.includes('{{tracking_number}}'))).toBe(true);
    const asked = { organizationId, key: 'thank_you', language: 'ar', channel: 'sms' } as const;
    expect(await asks('templates.preview', { ...asked, draft: null })).toMatchObject({
      direction: 'rtl',
      encoding: 'UCS-2',
      fallbackLanguage: null,
    });
    const draft = { subject: null, body: 'Done: {{tracking_number}}' };
    expect((await asks('templates.preview', { ...asked, draft })).text).toMatch(/^Done: WK-/u);
  });

  test('of an organization that wants a second person are checked, proposed, and do not go out before another has approved', async () => {
    const { organizations } = await asks('config.get', {});
    const [first] = organizations;
    if (first === undefined) throw new Error('no organization');
    const { revision, savedAt: _at, savedById: _by, publishing: _publishing, ...value } = first;
    const wanted = { kind: 'organization', basedOn: revision, value: { ...value, secondApprover: true } } as const;
    await asks('config.publish', { changes: [wanted], reapply: false });
    const place = { organizationId, key: 'thank_you', language: 'en', channel: 'sms' } as const;
    const text = { ...place, templateId: crypto.randomUUID(), active: true, subject: null, body: 'No number' };
    const wrong = await asks('config.check', { changes: [{ kind: 'template', basedOn: null, value: text }] });
    expect(wrong).toMatchObject({ problems: [{ code: 'TEMPLATE_MISSING', path: 'body' }], publishing: 'approval' });
    const right = { ...text, body: 'Thanks, {{tracking_number}}' };
    const published = await asks('config.publish', {
      changes: [{ kind: 'template', basedOn: null, value: right }],
      reapply: false,
    });
    expect(published).toMatchObject({ outcome: 'proposed' });
    expect((await asks('templates.preview', { ...place, draft: null })).text).not.toMatch(/^Thanks, WK/u);
  });
});
