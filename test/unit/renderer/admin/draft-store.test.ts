import { describe, expect, test } from 'vitest';
import type { ConfigChange, Configuration } from '../../../../src/preload/contract/configuration.ts';
import { success } from '../../../../src/preload/contract/result.ts';
import { createKept, type KeptKey } from '../../../../src/renderer/client/kept.ts';
import { createConfigStore } from '../../../../src/renderer/features/admin/frame/config-store.ts';
import { checkRestMs, createDraftStore } from '../../../../src/renderer/features/admin/frame/draft-store.ts';
import { problemsAt } from '../../../../src/renderer/features/admin/frame/field-problems.ts';
import { staleChanges } from '../../../../src/renderer/features/admin/frame/stale.ts';
import { uid } from '../../../support/centre.ts';
import { answeringClient } from '../../../support/renderer-client.ts';
import { handTimers } from '../../../support/renderer-timers.ts';

const team = { id: uid(1), organizationId: uid(2), name: 'Roads', managerId: null, memberIds: [] };
const thing = { kind: 'team' as const, id: team.id };

function configured(revision = 'first'): Configuration {
  return {
    organizations: [],
    teams: [{ ...team, revision, savedAt: 1, savedById: null }],
    users: [],
    calendars: [],
    policies: [],
    rules: [],
    templates: [],
    explanationDefaults: {
      responseHours: 48,
      reminderHoursBefore: 12,
      escalate: true,
      escalationHoursOverdue: 0,
      maxLevels: 3,
      calendarId: null,
    },
    messageDefaults: {
      contactChannels: ['whatsapp', 'sms', 'email'],
      quietHours: { from: '20:00', until: '07:00' },
      retrySeconds: [60, 120, 240],
      holdSeconds: 10,
      criticalExpiryMinutes: 30,
      normalExpiryMinutes: 1440,
      bundleMinutes: 5,
      silenceDays: null,
      digestAt: null,
      country: 'ZA',
      price: null,
      dryRun: false,
    },
    defaultPolicies: [],
    proposals: [],
    may: { change: true, manageStore: true },
  };
}

async function desk() {
  const timers = handTimers();
  const problem = { severity: 'error' as const, code: 'NAME_MISSING', thing, path: 'name', values: {} };
  const client = answeringClient({
    'config.get': () => success(configured()),
    'config.check': () => success({ problems: [problem], publishing: 'immediate' }),
  });
  const configs = createConfigStore(client);
  await configs.read();
  const drafts = createDraftStore(client, timers, configs);
  const rename = (name: string): ConfigChange => ({ kind: 'team', basedOn: 'first', value: { ...team, name } });
  const checks = () => client.asked.filter(({ route }) => route === 'config.check');
  return { timers, client, configs, drafts, rename, checks };
}

describe('a draft', () => {
  test('is checked once typing rests, with what stands then', async () => {
    const { timers, drafts, rename, checks } = await desk();
    for (const name of ['R', 'Ro', '']) drafts.change(rename(name));
    expect(drafts.getState().isChecking).toBe(true);
    expect(checks()).toEqual([]);
    timers.advance(checkRestMs);
    await Promise.resolve();
    await Promise.resolve();
    expect(checks()).toEqual([{ route: 'config.check', input: { changes: [rename('')] } }]);
    expect(problemsAt(drafts.getState(), thing, 'name').map(({ code }) => code)).toEqual(['NAME_MISSING']);
    expect(problemsAt(drafts.getState(), thing, 'managerId')).toEqual([]);
  });

  test('of what is published already is none', async () => {
    const { drafts, rename } = await desk();
    drafts.change(rename('Streets'));
    expect(drafts.getState().changes.size).toBe(1);
    drafts.change(rename('Roads'));
    expect(drafts.getState().changes.size).toBe(0);
  });

  test('keeps a text that is no value, tells it at its field, and forgets it with its thing', async () => {
    const { drafts } = await desk();
    drafts.type(thing, 'memberIds.0', 'soon');
    expect(problemsAt(drafts.getState(), thing, 'memberIds')).toMatchObject([
      { code: 'DURATION_UNREADABLE', path: 'memberIds.0', values: { text: 'soon' } },
    ]);
    drafts.drop([thing]);
    expect(drafts.getState().unread.size).toBe(0);
  });

  test('begun on what somebody has published over since is stale, until it stands on that', async () => {
    const { drafts, rename } = await desk();
    drafts.change(rename('Streets'));
    const { changes } = drafts.getState();
    expect(staleChanges(configured(), changes)).toEqual([]);
    expect(staleChanges(configured('second'), changes)).toEqual([rename('Streets')]);
    const kept = new Map([['team', { ...rename('Streets'), basedOn: 'second' }]]);
    expect(staleChanges(configured('second'), kept)).toEqual([]);
  });
});

test('what is kept through a lock is for the same person alone', () => {
  const kept = createKept();
  const key: KeptKey<{ text: string }> = {};
  kept.enter('amina');
  kept.of(key, () => ({ text: '' })).text = 'half a policy';
  kept.enter('amina');
  expect(kept.of(key, () => ({ text: '' })).text).toBe('half a policy');
  kept.enter('ben');
  expect(kept.of(key, () => ({ text: '' })).text).toBe('');
});
