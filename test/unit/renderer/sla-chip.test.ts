import { createInstance } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TargetClock } from '../../../src/preload/contract/tickets.ts';
import { ar } from '../../../src/renderer/i18n/ar.ts';
import { en } from '../../../src/renderer/i18n/en.ts';
import { chipState, shownTargets, thresholdOf } from '../../../src/renderer/ui/sla/chip-state.ts';
import { chipWords } from '../../../src/renderer/ui/sla/chip-words.ts';
import type { OpenHours } from '../../../src/renderer/client/closings-store.ts';
import { ageText } from '../../../src/renderer/ui/sla/duration.ts';

const S = 1000;
const M = 60 * S;
const H = 60 * M;
const D = 24 * H;
const now = 1_700_000_000_000;
const i18n = createInstance();

beforeAll(async () => {
  await i18n.init({
    lng: 'en',
    resources: { en: { translation: en }, ar: { translation: ar } },
    interpolation: { escapeValue: false },
  });
});

function said(language: 'en' | 'ar', clock: TargetClock, hours: OpenHours | null = null): string {
  const state = chipState(clock, now, hours);
  return `${state.tone}: ${chipWords(i18n.getFixedT(language), state, now)}`;
}

describe('the chip says', () => {
  const cases: readonly [name: string, clock: TargetClock, english: string, arabic: string][] = [
    [
      'days and hours while there is time',
      { kind: 'running', dueAt: now + 3 * D + 4 * H + 50 * M },
      'calm: 3 d 4 h left',
      'calm: بقي 3 ي 4 س',
    ],
    [
      'hours and minutes within a day',
      { kind: 'running', dueAt: now + H + 12 * M + 59 * S },
      'calm: 1 h 12 min left',
      'calm: بقي 1 س 12 د',
    ],
    [
      'minutes alone within the hour',
      { kind: 'running', dueAt: now + 29 * M + 59 * S },
      'soon: 29 min left',
      'soon: بقي 29 د',
    ],
    [
      'seconds under five minutes',
      { kind: 'running', dueAt: now + 4 * M + 59 * S },
      'soon: 4 min 59 s left',
      'soon: بقي 4 د 59 ث',
    ],
    ['seconds alone in the last minute', { kind: 'running', dueAt: now + 45 * S }, 'soon: 45 s left', 'soon: بقي 45 ث'],
    [
      'that it can still be met at the deadline itself',
      { kind: 'running', dueAt: now },
      'soon: 0 s left',
      'soon: بقي 0 ث',
    ],
    [
      'late before the breach is noted',
      { kind: 'running', dueAt: now - 2 * S },
      'late: Late by 2 s',
      'late: متأخر 2 ث',
    ],
    [
      'how late it is',
      { kind: 'breached', dueAt: now - 3 * D - 4 * H, noticedAt: now, endedAt: null },
      'late: Late by 3 d 4 h',
      'late: متأخر 3 ي 4 س',
    ],
    [
      'how late it was when it ended',
      { kind: 'breached', dueAt: now - 2 * D, noticedAt: null, endedAt: now - 2 * D + 3 * H },
      'missed: Missed by 3 h 0 min',
      'missed: تم بتأخير 3 س 0 د',
    ],
    [
      'only that it stands still while nobody knows when it goes on',
      { kind: 'paused', remainingMs: 2 * H },
      'paused: Paused',
      'paused: متوقف',
    ],
    ['that it was met', { kind: 'met', metAt: now - H, dueAt: now }, 'met: Met', 'met: تم في موعده'],
    ['that there is no target', { kind: 'none' }, 'none: No target', 'none: بلا مهلة'],
  ];
  test.each(cases)('%s', (_, clock, english, arabic) => {
    expect(said('en', clock)).toBe(english);
    expect(said('ar', clock)).toBe(arabic);
  });
});

describe('a clock that counts in a calendar', () => {
  /** A Tuesday, 22:13:20 UTC. */
  const closedUntil = (untilAt: number | null): OpenHours => ({
    closingAt: () => ({ untilAt }),
    openMs: () => 0,
  });
  const running = { kind: 'running', dueAt: now + 12 * H } as const;
  test('stands still while that is closed, and says when it goes on', () => {
    const tomorrow = closedUntil(Date.UTC(2023, 10, 15, 8, 0));
    expect(said('en', running, tomorrow)).toBe('paused: Resumes Wed \u206608:00\u2069');
    expect(said('ar', running, tomorrow)).toBe('paused: يُستأنف الأربعاء \u206608:00\u2069');
  });
  test('names the date where a weekday could be another one', () => {
    const later = closedUntil(Date.UTC(2023, 11, 1, 8, 0));
    expect(said('en', running, later)).toBe('paused: Resumes \u20662023-12-01 08:00\u2069');
  });
  test('only says that it is paused where it never opens again', () => {
    expect(said('en', running, closedUntil(null))).toBe('paused: Paused');
  });
  test('that is late stays late, and one that a pending ticket holds says no more than that', () => {
    const closed = closedUntil(now + D);
    expect(said('en', { kind: 'running', dueAt: now - S }, closed)).toBe('late: Late by 1 s');
    expect(said('en', { kind: 'paused', remainingMs: H }, closed)).toBe('paused: Paused');
  });
  test('counts open time while it is open, and all time where the hours are not known that far', () => {
    const open = (openMs: number | null): OpenHours => ({ closingAt: () => null, openMs: () => openMs });
    expect(said('en', running, open(2 * H))).toBe('calm: 2 h 0 min left');
    expect(said('en', running, open(null))).toBe('calm: 12 h 0 min left');
  });
  test('gives a screen reader nothing to hear while it stands still', () => {
    const soon = { kind: 'running', dueAt: now + M } as const;
    expect(thresholdOf(soon, now, closedUntil(now + H))).toBeNull();
    expect(thresholdOf(soon, now)).toBe('thresholdVerySoon');
  });
});

test('turns to soon at half an hour, not before', () => {
  expect(chipState({ kind: 'running', dueAt: now + 30 * M }, now).tone).toBe('calm');
  expect(chipState({ kind: 'running', dueAt: now + 30 * M - 1 }, now).tone).toBe('soon');
});

test('a screen reader hears three thresholds and no seconds', () => {
  const heard = [31 * M, 30 * M - 1, 20 * M, 5 * M, 5 * M - 1, S, 0, -1, -5 * D].map((left) =>
    thresholdOf({ kind: 'running', dueAt: now + left }, now),
  );
  expect(heard).toEqual([
    null,
    'thresholdSoon',
    'thresholdSoon',
    'thresholdSoon',
    'thresholdVerySoon',
    'thresholdVerySoon',
    'thresholdVerySoon',
    'thresholdLate',
    'thresholdLate',
  ]);
});

test('a contact who waits again takes the place of a first answer that was given', () => {
  const resolution = { kind: 'running', dueAt: now + D } as const;
  const waits = { kind: 'running', dueAt: now + H } as const;
  const met = { kind: 'met', metAt: now, dueAt: null } as const;
  expect(shownTargets({ response: met, next_response: waits, resolution })).toEqual(['next_response', 'resolution']);
  expect(shownTargets({ response: waits, next_response: waits, resolution })).toEqual(['response', 'resolution']);
  expect(shownTargets({ response: met, next_response: met, resolution })).toEqual(['response', 'resolution']);
});

test('the age of a ticket never flickers by the second', () => {
  const t = i18n.getFixedT('en');
  expect([-S, 59 * S, 61 * S, 4 * M + 59 * S, H, 26 * H].map((age) => ageText(t, age))).toEqual([
    '0 min',
    '0 min',
    '1 min',
    '4 min',
    '1 h 0 min',
    '1 d 2 h',
  ]);
});
