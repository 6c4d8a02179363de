import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { durationText, readDuration } from '../../../../src/renderer/features/admin/frame/duration-text.ts';
import { freeName } from '../../../../src/renderer/features/admin/frame/free-name.ts';
import { clockChanges } from '../../../../src/renderer/features/admin/calendars/clock-changes.ts';
import { isDate, weekdayOfDate } from '../../../../src/renderer/features/admin/calendars/dates.ts';
import { moveHoliday, removeHoliday, takeOver } from '../../../../src/renderer/features/admin/calendars/holidays.ts';
import { isOvernight, nextInterval, tidyTime } from '../../../../src/renderer/features/admin/calendars/wall-time.ts';
import { adminAr } from '../../../../src/renderer/i18n/ar/admin.ts';
import { adminEn } from '../../../../src/renderer/i18n/en/admin.ts';

const hour = 3600;

describe('a length of time', () => {
  test.each([
    ['24 h', 24 * hour],
    ['24', 24 * hour],
    ['1 d 4 h', 28 * hour],
    ['1d4h', 28 * hour],
    ['90 min', 5400],
    ['1,5 h', 5400],
    ['٢٤ س', 24 * hour],
    ['1 ي 4 س', 28 * hour],
    ['٣٠ دقيقة', 1800],
    ['0', 0],
    ['2 Days', 48 * hour],
    ['10 s', 10],
  ])('%s is read', (text, seconds) => {
    expect(readDuration(text)).toEqual({ value: seconds });
  });
  test('an empty text is none, and half a text is not guessed at', () => {
    expect(readDuration('  ')).toEqual({ value: null });
    for (const text of ['soon', '4 h 3', '-4 h', '4 weeks', 'h', '4..5 h', '4 h soon'])
      expect([text, readDuration(text)]).toEqual([text, null]);
  });
  test.each([
    ['en', adminEn],
    ['ar', adminAr],
  ])('that is written in %s is read as the same', async (lng, translation) => {
    const i18n = createInstance();
    await i18n.init({ lng, resources: { [lng]: { translation } } });
    for (const seconds of [0, 1, 60, 90, hour, 28 * hour, 36_061, 604_800])
      expect(readDuration(durationText(i18n.t, seconds))).toEqual({ value: seconds });
  });
});

describe('a time of the wall clock', () => {
  test('is put into form where it is one', () => {
    expect(['8', '830', '8.30', '٨:٣٠', '24', '0', '17:5', '25', 'noon'].map(tidyTime)).toEqual([
      '08:00',
      '08:30',
      '08:30',
      '08:30',
      '24:00',
      '00:00',
      '17:5',
      '25',
      'noon',
    ]);
  });
  test('ends on the next day when it ends before it begins, and not at midnight', () => {
    expect(isOvernight(['22:00', '06:00'])).toBe(true);
    expect(isOvernight(['08:00', '24:00'])).toBe(false);
    expect(isOvernight(['08:00', '08:00'])).toBe(true);
  });
  test('that is added comes after the last', () => {
    expect(nextInterval([])).toEqual(['08:00', '17:00']);
    expect(nextInterval([['08:00', '12:00']])).toEqual(['13:00', '17:00']);
    expect(nextInterval([['08:00', '22:00']])).toEqual(['23:00', '24:00']);
  });
});

test('dates exist or do not', () => {
  expect(['2026-12-25', '2026-02-30', '2026-2-3', '', '2024-02-29'].map(isDate)).toEqual([
    true,
    false,
    false,
    false,
    true,
  ]);
  expect(weekdayOfDate('2026-03-02')).toBe('mon');
  expect(weekdayOfDate('2026-03-08')).toBe('sun');
});

test('a zone’s clocks change when they do', () => {
  expect(clockChanges('Africa/Johannesburg', 2026, 2027)).toEqual([]);
  expect(clockChanges('Europe/Berlin', 2026, 2026)).toEqual([
    { on: '2026-03-29', before: '02:00', after: '03:00', byMinutes: 60 },
    { on: '2026-10-25', before: '03:00', after: '02:00', byMinutes: -60 },
  ]);
  expect(clockChanges('Australia/Lord_Howe', 2026, 2026)?.map(({ byMinutes }) => byMinutes)).toEqual([-30, 30]);
  expect(clockChanges('Middle/Earth', 2026, 2026)).toBeNull();
});

describe('holidays', () => {
  const begun = { holidays: ['2026-04-27'], holidayNames: { '2026-04-27': 'Our own name' } };
  test('of a list come beside those that are there, which keep the name that somebody gave', () => {
    const list = [
      { on: '2026-04-27', name: 'Freedom Day' },
      { on: '2026-01-01', name: 'New Year' },
    ];
    expect(takeOver(begun, list)).toEqual({
      holidays: ['2026-01-01', '2026-04-27'],
      holidayNames: { '2026-01-01': 'New Year', '2026-04-27': 'Our own name' },
    });
  });
  test('that move take their name along, and leave it where another holiday has the date', () => {
    expect(moveHoliday(begun, 0, '2026-04-28').holidayNames).toEqual({ '2026-04-28': 'Our own name' });
    const twice = { holidays: ['2026-04-27', '2026-04-27'], holidayNames: begun.holidayNames };
    expect(moveHoliday(twice, 0, '2026-05-01').holidayNames).toEqual({
      '2026-04-27': 'Our own name',
      '2026-05-01': 'Our own name',
    });
    expect(removeHoliday(twice, 0).holidayNames).toEqual(begun.holidayNames);
    expect(removeHoliday(begun, 0)).toEqual({ holidays: [], holidayNames: {} });
  });
});

test('a name that is taken gets a number', () => {
  expect(freeName('New policy', [])).toBe('New policy');
  expect(freeName('New policy', ['new policy ', 'New policy 2'])).toBe('New policy 3');
});
