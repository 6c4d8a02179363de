import { describe, expect, test } from 'vitest';
import type { ReaderSettingsValue } from '../../../src/preload/contract/messages.ts';
import { notificationItem } from '../../../src/preload/contract/people.ts';
import { newsList, readerForm, settingsOf } from '../../../src/renderer/features/notifications/reader-form.ts';
import { clockText } from '../../../src/renderer/ui/clock-text.ts';

const blank: ReaderSettingsValue = { email: '', phone: '', ways: {}, quietHours: null };

describe('how somebody is told', () => {
  test('has a row for every kind of news', () => {
    expect([...newsList].toSorted()).toEqual([...notificationItem.shape.kind.options, 'digest'].toSorted());
  });
  test('says nothing of what stands as it came: it follows the product', () => {
    expect(settingsOf(readerForm(blank))).toEqual({ ok: true, settings: blank });
    expect(readerForm(blank).ways.breach).toEqual(['desktop', 'email']);
    expect(readerForm(blank).ways.digest).toEqual(['email']);
  });
  test('comes back as it was saved', () => {
    const mine: ReaderSettingsValue = {
      email: 'n@example.org',
      phone: '+27821234567',
      ways: { breach: ['sms', 'desktop'], assignment: [] },
      quietHours: { from: '21:00', until: '06:30' },
    };
    expect(settingsOf(readerForm(mine))).toEqual({ ok: true, settings: mine });
  });
  test('needs a number for SMS and WhatsApp', () => {
    const form = readerForm({ ...blank, ways: { breach: ['whatsapp'] } });
    expect(settingsOf(form)).toEqual({ ok: false, field: 'phone', why: 'needed' });
  });
  test('refuses quiet hours that no clock shows, and only where they are its own', () => {
    const form = { ...readerForm(blank), from: '25', until: '7' };
    expect(settingsOf(form).ok).toBe(true);
    expect(settingsOf({ ...form, isQuietOwn: true })).toEqual({ ok: false, field: 'from', why: 'bad' });
    expect(settingsOf({ ...form, isQuietOwn: true, from: '٢٠:٣٠' })).toMatchObject({
      ok: true,
      settings: { quietHours: { from: '20:30', until: '07:00' } },
    });
  });
});

test('a time is read as people write it', () => {
  expect(['7', '07.30', '730', '0730', ' 23:59 '].map(clockText)).toEqual([
    '07:00',
    '07:30',
    '07:30',
    '07:30',
    '23:59',
  ]);
  expect(['', '24', '7:60', '7h', '-1', '12:3'].map(clockText)).toEqual([null, null, null, null, null, null]);
});
