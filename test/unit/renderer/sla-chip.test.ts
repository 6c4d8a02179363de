import { createInstance } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TargetClock } from '../../../src/preload/contract/tickets.ts';
import { ar } from '../../../src/renderer/i18n/ar.ts';
import { en } from '../../../src/renderer/i18n/en.ts';
import { chipState, shownTargets, thresholdOf } from '../../../src/renderer/ui/sla/chip-state.ts';
import { ageText, spanText } from '../../../src/renderer/ui/sla/duration.ts';

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

function said(language: 'en' | 'ar', clock: TargetClock): string {
  const t = i18n.getFixedT(language);
  const { tone, word, spanMs } = chipState(clock, now);
  return `${tone}: ${t(`sla.${word}`, { span: spanMs === null ? '' : spanText(t, spanMs) })}`;
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
      'what is left while it stands still',
      { kind: 'paused', remainingMs: 2 * H },
      'paused: Paused, 2 h 0 min left',
      'paused: متوقف، بقي 2 س 0 د',
    ],
    ['that it was met', { kind: 'met', metAt: now - H, dueAt: now }, 'met: Met', 'met: تم في موعده'],
    ['that there is no target', { kind: 'none' }, 'none: No target', 'none: بلا مهلة'],
  ];
  test.each(cases)('%s', (_, clock, english, arabic) => {
    expect(said('en', clock)).toBe(english);
    expect(said('ar', clock)).toBe(arabic);
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
