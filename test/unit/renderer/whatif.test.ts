import { describe, expect, test } from 'vitest';
import type { ConfigChange } from '../../../src/preload/contract/configuration.ts';
import { success } from '../../../src/preload/contract/result.ts';
import type { WhatIfOutput } from '../../../src/preload/contract/whatif.ts';
import { createDeskClock } from '../../../src/renderer/client/desk-clock.ts';
import { changedTexts } from '../../../src/renderer/features/whatif/changed-text.ts';
import { differenceOf, type Figure } from '../../../src/renderer/features/whatif/figures.ts';
import { createWhatIfStore } from '../../../src/renderer/features/whatif/whatif-store.ts';
import { en } from '../../../src/renderer/i18n/en.ts';
import { whatIfEn } from '../../../src/renderer/i18n/en/whatif.ts';
import { reportOf } from '../../../src/main/domain/whatif/report.ts';
import { emptyTally } from '../../../src/main/domain/whatif/tally.ts';
import { createInstance } from 'i18next';
import { answeringClient } from '../../support/renderer-client.ts';

const i18n = createInstance();
await i18n.init({
  lng: 'en',
  resources: { en: { translation: { ...en, ...whatIfEn } } },
  interpolation: { escapeValue: false },
});
const { t } = i18n;
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/gu, '');

const figure = (form: Figure['form'], better: Figure['better'], live: number | null, draft: number | null): Figure => ({
  key: 'k',
  name: 'n',
  isPart: false,
  form,
  better,
  of: { recorded: 0, live, draft },
});

describe('a difference', () => {
  test('has a sign and a word, and says which way is better', () => {
    const said = (...parts: Parameters<typeof figure>) => {
      const { text, tone } = differenceOf(t, figure(...parts));
      return [plain(text), tone];
    };
    expect(said('share', 'more', 0.875, 0.842)).toEqual(['−3.3 points, lower', 'worse']);
    expect(said('share', 'more', 0.5, 0.75)).toEqual(['+25.0 points, higher', 'better']);
    expect(said('count', 'fewer', 1000, 3000)).toEqual(['+2,000, more', 'worse']);
    expect(said('count', null, 5, 3)).toEqual(['−2, fewer', 'neither']);
    expect(said('mean', null, 0.3, 0.301)).toEqual(['no difference', 'neither']);
    expect(said('share', 'more', null, 0.5)).toEqual(['none', 'neither']);
  });
});

test('what becomes of a ticket is told in sentences, and only what changes', () => {
  const none = { standing: 'none', dueAt: null } as const;
  const side = (standing: 'met' | 'missed', dueAt: number, level: number) => ({
    policyId: 'p',
    policyName: 'Roads',
    level,
    targets: { response: none, next_response: none, resolution: { standing, dueAt } },
  });
  const live = side('met', Date.UTC(2026, 2, 3, 8), 0);
  const draft = side('missed', Date.UTC(2026, 2, 2, 20), 1);
  const ticket = { ticketId: null, number: 'N-1', organizationId: 'o', recorded: live, live, draft };
  expect(changedTexts(t, ticket).map(plain)).toEqual([
    'Resolution: from met to missed',
    'Resolution due: from 2026-03-03 08:00 to 2026-03-02 20:00',
    'Level reached: from 0 to 1',
  ]);
});

describe('a what-if of the window', () => {
  const changes: ConfigChange[] = [];
  const done: WhatIfOutput = {
    state: 'done',
    report: reportOf(emptyTally(), { fromAt: null, untilAt: 0 }),
    changed: [],
  };
  const at = Date.UTC(2026, 2, 2);

  function started(answer: () => WhatIfOutput) {
    let settle: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => (settle = resolve));
    const client = answeringClient({ 'whatif.cancel': () => success({}) });
    const request = client.request.bind(client);
    client.request = (async (route: never, input: never) => {
      const known = request(route, input);
      if (route !== 'whatif.run') return known;
      await waiting;
      return success(answer());
    }) as typeof client.request;
    const store = createWhatIfStore(
      client,
      createDeskClock(() => 0, at),
      () => `run ${client.asked.length}`,
    );
    return { client, store, settle };
  }

  test('follows its own progress, and shows what it comes to', async () => {
    const { client, store, settle } = started(() => done);
    const running = store.start(changes);
    client.emit('whatif.progress', { runId: 'run 0', done: 5, of: 10, tickets: 4 });
    client.emit('whatif.progress', { runId: 'another', done: 9, of: 10, tickets: 9 });
    expect(store.getState().run).toEqual({ stage: 'running', runId: 'run 0', done: 5, of: 10, tickets: 4 });
    settle();
    await running;
    expect(store.getState().run).toEqual({ stage: 'done', result: done });
    expect(client.asked[0]).toMatchObject({ route: 'whatif.run', input: { fromAt: at - 90 * 86_400_000, oneIn: 1 } });
  });

  test('is cancelled by its name, and says so when it has ended', async () => {
    const { client, store, settle } = started(() => ({ state: 'cancelled' }));
    const running = store.start(changes);
    await store.cancel();
    expect(client.asked.at(-1)).toEqual({ route: 'whatif.cancel', input: { runId: 'run 0' } });
    settle();
    await running;
    expect(store.getState().run).toEqual({ stage: 'cancelled' });
  });
});
