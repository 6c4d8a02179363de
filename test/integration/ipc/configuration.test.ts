import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConfigChange } from '../../../src/preload/contract/configuration.ts';
import type { Result } from '../../../src/preload/contract/result.ts';
import { routes, type RouteInput, type RouteName, type RouteOutput } from '../../../src/preload/contract/routes.ts';
import { emptyFolder, plainDesk, type PlainDesk } from '../../support/electron-free-desk.ts';
import { codeOf, unwrap } from '../../support/store-options.ts';

const { folder, remove } = emptyFolder();
let desk: PlainDesk;

beforeAll(async () => {
  desk = plainDesk(folder, null);
  await desk.request('desk.info', {});
  const made = await desk.request('desk.setUp', {
    userName: 'amina',
    displayName: 'Amina',
    password: 'a long enough password',
    language: 'en',
    sample: 'small',
    allowPasswordOnly: true,
  });
  unwrap(made);
});
afterAll(async () => {
  await desk.session.close();
  remove();
});

/** What the window is answered, held to the form that the contract promises. */
async function asks<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> {
  const answer: Result<RouteOutput<R>> = await desk.request(route, input);
  const value = unwrap(answer);
  expect(routes[route].output.parse(value)).toEqual(value);
  return value;
}

/** The first policy, with other hours, as a screen would send it. */
async function changedPolicy(hours: number): Promise<ConfigChange> {
  const { policies } = await asks('config.get', {});
  const [newest] = policies[0]?.versions ?? [];
  if (newest === undefined) throw new Error('no policy');
  const { id: _id, publishedAt: _publishedAt, revision, savedAt: _savedAt, savedById: _savedById, ...value } = newest;
  const targetSeconds = { ...value.targetSeconds, resolution: hours * 3600 };
  return { kind: 'policy', basedOn: revision, value: { ...value, targetSeconds } };
}

describe('the administration’s window', () => {
  test('reads all that is configured, and what it may do', async () => {
    const config = await asks('config.get', {});
    expect(config.organizations.map(({ name, publishing }) => [name, publishing])).toEqual([
      ['Khanyamanzi Municipality', 'immediate'],
      ['Amber Bay Hospital', 'immediate'],
    ]);
    expect(config.may).toEqual({ change: true, manageStore: true });
    expect(config.defaultPolicies).toHaveLength(5);
    expect(JSON.stringify(config)).not.toMatch(/password|slot|argon/i);
  });

  test('checks, previews and publishes a draft', async () => {
    const wrong = await changedPolicy(-1);
    expect(await asks('config.check', { changes: [wrong] })).toMatchObject({
      publishing: 'immediate',
      problems: [{ severity: 'error', code: 'HOURS_NEGATIVE', path: 'targetSeconds.resolution' }],
    });
    const draft = await changedPolicy(1);
    const preview = await asks('config.preview', { changes: [draft] });
    expect(preview.touched).toBeGreaterThan(0);
    // The first administrator is agent there as well, and sees the tickets.
    expect(preview.rows[0]?.number).toMatch(/^WK-/);
    expect(await asks('config.publish', { changes: [draft], reapply: true })).toMatchObject({
      outcome: 'published',
      reapplying: true,
    });
    expect(await asks('config.publish', { changes: [draft], reapply: false })).toMatchObject({ outcome: 'stale' });
    expect(await asks('config.proposals', {})).toEqual({ proposals: [] });
  });

  test('exports a file and takes it in again: a dry run first, then what it showed', async () => {
    const { text } = await asks('config.export', {});
    expect(await asks('config.import', { text, publish: false })).toMatchObject({ changes: [], outcome: null });
    const changed = text.replace('"Amber Bay Hospital"', '"Amber Bay Clinic"');
    const shown = await asks('config.import', { text: changed, publish: false });
    expect(shown.changes[0]).toMatchObject({ action: 'add', kind: 'organization', name: 'Amber Bay Clinic' });
    const draft = await changedPolicy(2);
    unwrap(await desk.request('config.publish', { changes: [draft], reapply: false }));
    const late = await asks('config.import', { text: changed, publish: true, seen: shown.digest });
    expect(late.outcome).toEqual({ outcome: 'stale', things: [] });
    const again = await asks('config.import', { text: changed, publish: false });
    const done = await asks('config.import', { text: changed, publish: true, seen: again.digest });
    expect(done.outcome).toMatchObject({ outcome: 'published' });
    expect((await asks('config.get', {})).organizations).toHaveLength(3);
    const [one] = (await asks('config.get', {})).organizations;
    const alone = await asks('config.export', { organizationId: one?.id });
    expect(JSON.parse(alone.text)).toMatchObject({ organizations: [{ name: 'Khanyamanzi Municipality' }] });
  });

  test('is given a country’s holidays', async () => {
    const input = { country: 'ZA', fromYear: 2026, untilYear: 2026, language: 'en' } as const;
    const { holidays } = await asks('config.holidays', input);
    expect(holidays.map(({ on }) => on)).toContain('2026-09-24');
    expect(codeOf(await desk.request('config.holidays', { ...input, untilYear: 2025 }))).toBe('BAD_INPUT');
    expect(codeOf(await desk.request('config.holidays', { ...input, country: 'QQ' }))).toBe('NOT_FOUND');
    const { places } = await asks('config.holidayPlaces', { country: null, language: 'ar' });
    expect(places.map(({ code }) => code)).toEqual(expect.arrayContaining(['ZA', 'SA']));
  });
});
