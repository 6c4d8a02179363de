import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import type { TimelineEntry } from '../../../src/preload/contract/tickets.ts';
import { createDirectoryStore } from '../../../src/renderer/client/directory-store.ts';
import { strengthOf } from '../../../src/renderer/features/first-run/strength.ts';
import { draftText, emptyIntake, isBlank, readDraft } from '../../../src/renderer/features/intake/intake-draft.ts';
import { entryText, entryTitle, knownKinds } from '../../../src/renderer/features/ticket/timeline-text.ts';
import { en } from '../../../src/renderer/i18n/en.ts';
import { fits } from '../../../src/renderer/ui/picker.tsx';
import { changesBetween, emptyForm, fieldsOf } from '../../../src/renderer/ui/ticket-form.ts';

describe('a form', () => {
  test('without a subject is not sent', () => {
    expect(fieldsOf({ ...emptyForm('en'), subject: '  ' })).toEqual({ ok: false, wrong: 'subject' });
  });
  test('takes coordinates with a comma, and none outside the earth', () => {
    const form = { ...emptyForm('en'), subject: 'x', latitude: '-29,85', longitude: '31.02' };
    expect(fieldsOf(form)).toMatchObject({ ok: true, fields: { place: { latitude: -29.85, longitude: 31.02 } } });
    expect(fieldsOf({ ...form, latitude: '91' })).toEqual({ ok: false, wrong: 'coordinates' });
    expect(fieldsOf({ ...form, longitude: 'east' })).toEqual({ ok: false, wrong: 'coordinates' });
  });
  test('says the ways of the caller only where they said some', () => {
    const form = { ...emptyForm('en'), subject: 'x' };
    const channelsOf = (channels: ('sms' | 'email')[] | null) => {
      const read = fieldsOf({ ...form, channels });
      return read.ok ? read.fields.contact.channels : 'refused';
    };
    expect([channelsOf(null), channelsOf([]), channelsOf(['sms', 'email'])]).toEqual([undefined, [], ['sms', 'email']]);
  });
  test('sends only what was changed, so that nobody overwrites a colleague', () => {
    const before = fieldsOf({ ...emptyForm('en'), subject: 'x', phone: '1' });
    const after = fieldsOf({ ...emptyForm('en'), subject: 'x', phone: '2' });
    if (!before.ok || !after.ok) throw new Error('both are whole');
    expect(Object.keys(changesBetween(before.fields, after.fields))).toEqual(['contact']);
    expect(changesBetween(before.fields, before.fields)).toEqual({});
  });
});

describe('a draft of an intake', () => {
  test('comes back as it was', () => {
    const intake = {
      ...emptyIntake('en'),
      subject: 'Burst pipe',
      severity: 'high' as const,
      sensitive: true,
      teamId: 't1',
    };
    expect(readDraft(draftText(intake), 'en')).toEqual(intake);
  });
  test('of another release gives what fits', () => {
    const read = readDraft('{"subject":"Burst pipe","severity":"apocalyptic","latitude":7,"more":1}', 'en');
    expect(read).toEqual({ ...emptyIntake('en'), subject: 'Burst pipe' });
  });
  test('keeps the channels that a caller agreed to, and none that no desk has', () => {
    const agreed = { ...emptyIntake('en'), channels: ['email', 'sms'] as const };
    expect(readDraft(draftText({ ...agreed, channels: [...agreed.channels] }), 'en')?.channels).toEqual([
      'email',
      'sms',
    ]);
    expect(readDraft('{"subject":"x","channels":["pigeon"]}', 'en')?.channels).toBeNull();
  });
  test('that cannot be read is none', () => {
    expect([readDraft('', 'en'), readDraft('{', 'en'), readDraft('null', 'en')]).toEqual([null, null, null]);
  });
  test('is blank until something is typed', () => {
    expect(isBlank(emptyIntake('ar'), 'ar')).toBe(true);
    expect(isBlank({ ...emptyIntake('ar'), phone: '1' }, 'ar')).toBe(false);
  });
});

test('the strength of a password counts characters, not bytes', () => {
  expect(strengthOf('كلمة')).toEqual({ kind: 'short', missing: 6 });
  expect(strengthOf('0123456789').kind).toBe('fair');
  expect(strengthOf('aaaaaaaaaaaaaaaaaaaa').kind).toBe('fair');
  expect(strengthOf('correct horse battery').kind).toBe('good');
});

test('typed words find names by the beginnings of their parts', () => {
  expect(fits('Annelie van Wyk', 'wy ann')).toBe(true);
  expect(fits('Annelie van Wyk', 'elie')).toBe(false);
  expect(fits('نورة القحطاني', 'نور')).toBe(true);
  expect(fits('Nobody', '')).toBe(true);
});

describe('the timeline', () => {
  const names = createDirectoryStore().getState();
  const entry = (kind: string, body: TimelineEntry['body'] = {}): TimelineEntry => ({
    eventId: 'e',
    kind,
    occurredAt: 0,
    recordedAt: 0,
    actorId: null,
    effect: 'applied',
    body,
  });
  const t = async () => {
    const i18n = createInstance();
    return await i18n.init({
      lng: 'en',
      resources: { en: { translation: en } },
      interpolation: { escapeValue: false },
    });
  };

  test('has words for every kind that a desk can write today', async () => {
    const say = await t();
    expect([...knownKinds].sort()).toEqual(
      [
        'ticket_created',
        'ticket_updated',
        'status_changed',
        'assigned',
        'noted',
        'replied',
        'contact_wrote',
        'marked_sensitive',
        'unmarked_sensitive',
        'referred',
        'acknowledged',
        'stepped_down',
        'voided',
        'moved',
        'merged',
        'policy_reapplied',
        'explanation_requested',
        'explanation_answered',
        'explanation_accepted',
        'explanation_sent_back',
        'explanation_reminded',
        'explanation_escalated',
        'policy_matched',
        'warned',
        'reminded',
        'breached',
        'escalated',
        'escalation_skipped',
        'imported',
      ].sort(),
    );
    for (const kind of knownKinds) expect(entryTitle(say, names, entry(kind))).not.toMatch(/event\.|undefined|\{\{/u);
  });
  test('shows a kind of a newer desk as what it is', async () => {
    expect(entryTitle(await t(), names, entry('teleported'))).toContain('teleported');
  });
  test('says how the words of a contact came in', async () => {
    const say = await t();
    const title = (via: unknown) => entryTitle(say, names, entry('contact_wrote', { text: 'Hello', via }));
    expect(title({ channel: 'whatsapp', providerSid: 'SM1', confirms: null })).toBe('The caller wrote by WhatsApp');
    for (const via of [undefined, null, 'sms', { channel: 'pigeon' }]) expect(title(via)).toBe('The caller wrote');
  });
  test('says where nobody could be told that they are to explain', async () => {
    const say = await t();
    const title = (ofUserId: string | null) =>
      entryTitle(say, names, entry('explanation_requested', { ofName: 'Nurse Dlamini', ofUserId }));
    expect(title(null)).toContain('nobody could be told');
    expect(title('somebody')).not.toContain('nobody');
  });
  test('shows a body that is not as expected without its missing parts', async () => {
    const say = await t();
    expect(entryText(say, entry('noted', { text: 7 }))).toBe('');
    expect(entryText(say, entry('ticket_updated', { patch: { priority: 'high', place: {} } }))).toBe(
      'Priority · Place',
    );
    expect(entryText(say, entry('status_changed', { reason: 'Waiting' }))).toBe('Waiting');
  });
});
