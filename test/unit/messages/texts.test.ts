import { describe, expect, test } from 'vitest';
import { channels, languages, type Channel, type Language } from '../../../src/preload/contract/values.ts';
import type { TemplateVersion } from '../../../src/main/domain/config/messaging.ts';
import { digestOf } from '../../../src/main/domain/messages/digest.ts';
import type { Facts, MessageKind } from '../../../src/main/domain/messages/message.ts';
import { renderBundle, renderMessage } from '../../../src/main/domain/messages/render.ts';
import { fill } from '../../../src/main/domain/messages/templates/fill.ts';
import { countedText } from '../../../src/main/domain/messages/templates/product-texts.ts';
import { declaredOf } from '../../../src/main/domain/messages/templates/text-keys.ts';
import { centre, city, T0, uid } from '../../support/centre.ts';

const number = 'WK-A-000042';
const reference = 'K7Q2P4';
const config = centre();

function to(language: Language) {
  const recipient = { kind: 'contact', name: 'Thandi', language, timezone: 'Africa/Johannesburg' } as const;
  return { number, reference, recipient, organizationId: city };
}

function said(kind: MessageKind, facts: Facts, language: Language, channel: Channel = 'whatsapp', by = config) {
  return renderMessage({ ...to(language), kind, facts }, channel, by);
}

function ownText(parts: Partial<TemplateVersion>): TemplateVersion {
  const id = uid(700 + (parts.language === undefined ? 0 : languages.indexOf(parts.language)));
  const key = 'status_update.open';
  const base = { id, templateId: id, organizationId: city, key, language: 'en', channel: 'sms', active: true } as const;
  return { ...base, subject: null, body: 'We have {{tracking_number}}.', publishedAt: T0, ...parts };
}

function having(...texts: TemplateVersion[]) {
  return config.with(texts.map((value) => ({ kind: 'template_published', value })));
}

describe('seed A’s texts, word by word', () => {
  const update = (status: string): [MessageKind, Facts] =>
    status === 'escalated' ? ['escalation_notice', {}] : ['status_update', { status }];

  test.each([
    ['en', 'open', `Update for ${number}: Your report is now received and under review.`],
    ['en', 'in_progress', `Update for ${number}: Your report is now being worked on.`],
    ['en', 'escalated', `Update for ${number}: Your report is now escalated to senior team.`],
    ['en', 'resolved', `Update for ${number}: Your report is now resolved - please confirm.`],
    ['en', 'closed', `Update for ${number}: Your report is now closed.`],
    ['zu', 'open', `Isibuyekezo se-${number}: Umbiko wakho manje yamukelwe futhi ibhekwa.`],
    ['zu', 'in_progress', `Isibuyekezo se-${number}: Umbiko wakho manje kuyasebenzelwa.`],
    ['zu', 'escalated', `Isibuyekezo se-${number}: Umbiko wakho manje idluliselwe ethimini eliphezulu.`],
    ['zu', 'resolved', `Isibuyekezo se-${number}: Umbiko wakho manje ixazululiwe - sicela uqinisekise.`],
    ['zu', 'closed', `Isibuyekezo se-${number}: Umbiko wakho manje ivaliwe.`],
    ['af', 'open', `Opdatering vir ${number}: U verslag is nou ontvang en onder hersiening.`],
    ['af', 'in_progress', `Opdatering vir ${number}: U verslag is nou word aan gewerk.`],
    ['af', 'escalated', `Opdatering vir ${number}: U verslag is nou verwys na senior span.`],
    ['af', 'resolved', `Opdatering vir ${number}: U verslag is nou opgelos - bevestig asseblief.`],
    ['af', 'closed', `Opdatering vir ${number}: U verslag is nou gesluit.`],
  ] as const)('%s, %s', (language, status, text) => {
    const [kind, facts] = update(status);
    for (const channel of ['whatsapp', 'sms'] as const) {
      expect(said(kind, facts, language, channel).text).toBe(`${text} [${reference}]`);
    }
    expect(said(kind, facts, language, 'email').text.split('\n')[0]).toBe(text);
  });

  test('in Arabic by the same frame, from right to left', () => {
    const { text, direction } = said('status_update', { status: 'in_progress' }, 'ar');
    expect([text, direction]).toEqual([`تحديث بشأن ${number}: أصبح بلاغكم الآن قيد المعالجة. [${reference}]`, 'rtl']);
  });
});

/** Every kind of message with the facts that it comes with. */
const kinds: readonly [MessageKind, Facts][] = [
  ...['open', 'in_progress', 'resolved', 'closed'].map((status): [MessageKind, Facts] => ['status_update', { status }]),
  ['escalation_notice', {}],
  ['thank_you', {}],
  ['reply', { text: 'Fixed.' }],
  ['assignment', {}],
  ['warning', { dueAt: `${T0}` }],
  ...['1', '2', '3'].map((nth): [MessageKind, Facts] => ['reminder', { dueAt: `${T0}`, nth }]),
  ['breach', { dueAt: `${T0}` }],
  ['escalation', { level: '2' }],
  ['escalation_former', { level: '2' }],
  ['sensitive_marked', {}],
  ['assignment', { restricted: 'yes' }],
  ['explanation_asked', {}],
  ['explanation_reminder', { dueAt: `${T0}` }],
  ['explanation_escalated', { level: '1' }],
  ['explanation_at_end', {}],
  ['explanation_answered', {}],
  ['explanation_sent_back', {}],
  ['test', {}],
];

describe('every text', () => {
  const everywhere = languages.flatMap((language) => channels.map((channel) => ({ language, channel })));

  test.each(kinds)('%s %j is there in each language and channel, with the reference', (kind, facts) => {
    for (const { language, channel } of everywhere) {
      const { text, subject, html, fallbackLanguage } = said(kind, facts, language, channel);
      expect(text).toContain(`[${reference}]`);
      expect(text).not.toMatch(/[{}]/u);
      expect(fallbackLanguage).toBeNull();
      expect([subject !== null, html !== null]).toEqual([channel === 'email', channel === 'email']);
    }
  });

  test.each(kinds.filter(([kind]) => kind !== 'test'))('%s %j carries the tracking number', (kind, facts) => {
    for (const { language, channel } of everywhere) {
      const { text, subject, html } = said(kind, facts, language, channel);
      expect([text, subject ?? text, html ?? text].every((part) => part.includes(number))).toBe(true);
    }
  });

  test.each(kinds)('%s %j differs from language to language', (kind, facts) => {
    expect(new Set(languages.map((language) => said(kind, facts, language).text)).size).toBe(languages.length);
  });

  test('of a reminder says which it is', () => {
    const texts = ['1', '2', '3', '4'].map((nth) => said('reminder', { dueAt: `${T0}`, nth }, 'en').text.split(':')[0]);
    expect(texts).toEqual(['First reminder', 'Second reminder', 'Reminder', 'Reminder']);
  });

  test('of a sensitive ticket says no more than its number', () => {
    const facts = { restricted: 'yes', dueAt: `${T0}`, level: '3' };
    expect(said('escalation', facts, 'en').text).toBe(`Restricted item ${number} [${reference}]`);
    const own = ownText({ key: 'escalation', channel: 'whatsapp', body: '{{tracking_number}} {{level}}' });
    expect(said('escalation', facts, 'en', 'whatsapp', having(own)).text).toBe(
      `Restricted item ${number} [${reference}]`,
    );
  });

  test('names dates as the organization’s clock shows them', () => {
    expect(said('breach', { dueAt: `${T0}` }, 'ar').text).toContain('2026-03-02 10:00');
  });

  test('that wants what it was not given is a fault', () => {
    expect(() => said('breach', {}, 'en')).toThrow(RangeError);
    expect(() => said('status_update', { status: 'pending' }, 'en')).toThrow(RangeError);
    expect(() => fill('{{constructor}}', {})).toThrow(RangeError);
  });
});

describe('an organization’s own text', () => {
  test('is used instead, for its key, channel and language alone', () => {
    const own = having(ownText({}));
    expect(said('status_update', { status: 'open' }, 'en', 'sms', own).text).toBe(`We have ${number}. [${reference}]`);
    for (const [language, channel] of [
      ['en', 'whatsapp'],
      ['zu', 'sms'],
    ] as const) {
      expect(said('status_update', { status: 'open' }, language, channel, own)).toEqual(
        said('status_update', { status: 'open' }, language, channel),
      );
    }
  });

  test('that was set aside is not', () => {
    const own = having(ownText({ active: false }));
    expect(said('status_update', { status: 'open' }, 'en', 'sms', own).text).toContain('received and under review');
  });

  test('stands in for a language that has none, and says which language it is', () => {
    const own = having(ownText({ key: 'status_update.pending' }));
    const { text, language, fallbackLanguage, direction } = said(
      'status_update',
      { status: 'pending' },
      'ar',
      'sms',
      own,
    );
    expect({ text, language, fallbackLanguage, direction }).toEqual({
      text: `We have ${number}. [${reference}]`,
      language: 'en',
      fallbackLanguage: 'en',
      direction: 'ltr',
    });
  });

  test('is text: markup in it is shown as it was written', () => {
    const own = having(ownText({ channel: 'email', subject: 'A <b>', body: '<b>{{tracking_number}}</b>' }));
    const { subject, html } = said('status_update', { status: 'open' }, 'en', 'email', own);
    expect(subject).toBe('A <b>');
    expect(html).toContain(`&lt;b&gt;<bdi dir="ltr">${number}</bdi>&lt;/b&gt;`);
  });

  test('can be written for every kind but those whose text is a rule', () => {
    const may = kinds.map(([kind, { status }]) => (status === undefined ? kind : `${kind}.${status}`));
    expect(may.filter((key) => declaredOf(key) === undefined)).toEqual(['sensitive_marked', 'test']);
  });
});

describe('an approved WhatsApp text', () => {
  const approved = (approval: 'approved' | 'paused', kind = 'status_update', status: string | null = 'open') =>
    config.with([
      {
        kind: 'channel_saved',
        value: {
          id: uid(81),
          organizationId: city,
          settings: {
            channel: 'whatsapp',
            accountSid: 'AC1',
            apiKeySid: 'SK1',
            from: '+27110000000',
            contentTemplates: [{ kind, status, language: 'zu', contentSid: 'HX1', approval }],
            rate: 10,
          },
        },
      },
    ]);

  test('is named with the number and the reference as its variables', () => {
    expect(said('status_update', { status: 'open' }, 'zu', 'whatsapp', approved('approved')).content).toEqual({
      contentSid: 'HX1',
      variables: { '1': number, '2': reference },
    });
  });

  test('of an answer has its text as a variable, in one line', () => {
    const by = approved('approved', 'reply', null);
    expect(said('reply', { text: 'One.\n\n\tTwo.' }, 'zu', 'whatsapp', by).content?.variables).toEqual({
      '1': number,
      '2': 'One. Two.',
      '3': reference,
    });
  });

  test('is left alone for another status or language, before its approval, by SMS and for sensitive tickets', () => {
    const by = approved('approved');
    const open = { status: 'open' };
    expect(said('status_update', { status: 'closed' }, 'zu', 'whatsapp', by).content).toBeNull();
    expect(said('status_update', open, 'en', 'whatsapp', by).content).toBeNull();
    expect(said('status_update', open, 'zu', 'sms', by).content).toBeNull();
    expect(said('status_update', open, 'zu', 'whatsapp', approved('paused')).content).toBeNull();
    const given = approved('approved', 'assignment', null);
    expect(said('assignment', { restricted: 'yes' }, 'zu', 'whatsapp', given).content).toBeNull();
  });
});

describe('mails', () => {
  test('in Arabic run from right to left, and numbers in them do not', () => {
    const { html, subject } = said('status_update', { status: 'closed' }, 'ar', 'email');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain(`<bdi dir="ltr">${number}</bdi>`);
    expect(html).toContain('text-align:right');
    expect(html).not.toContain('text-align:left');
    expect(subject).toBe(`تحديث بشأن ${number}`);
  });

  test('that came together are one, a line each', () => {
    const items = [
      { kind: 'assignment', facts: {}, number: 'WK-A-000001' },
      { kind: 'reminder', facts: { dueAt: `${T0}`, nth: '1' }, number: 'WK-A-000002' },
      { kind: 'assignment', facts: { restricted: 'yes' }, number: 'WK-A-000003' },
    ] as const;
    const { subject, text, html } = renderBundle(items, to('en'), config);
    expect(subject).toBe('3 notices from Watchkeeper');
    expect(text.split('\n')).toEqual([
      'Ticket WK-A-000001 was assigned to you.',
      'First reminder: the deadline of ticket WK-A-000002 is 2026-03-02 10:00.',
      'Restricted item WK-A-000003',
      '',
      'City',
      `Reference: [${reference}]`,
    ]);
    expect(html).toContain('<bdi dir="ltr">WK-A-000002</bdi>');
  });

  test('that are one anyhow are as they would be alone', () => {
    const item = { kind: 'assignment', facts: {}, number } as const;
    expect(renderBundle([item], to('en'), config)).toEqual(said('assignment', {}, 'en', 'email'));
  });
});

describe('plurals', () => {
  test.each([
    ['zu', 0, 'Ithikithi elingu-0 elivuliwe'],
    ['zu', 1, 'Ithikithi elingu-1 elivuliwe'],
    ['zu', 2, 'Amathikithi angu-2 avuliwe'],
    ['af', 0, '0 oop kaartjies'],
    ['af', 1, '1 oop kaartjie'],
    ['en', 0, '0 open tickets'],
    ['ar', 0, 'لا تذاكر مفتوحة'],
    ['ar', 1, 'تذكرة مفتوحة واحدة'],
    ['ar', 2, 'تذكرتان مفتوحتان'],
    ['ar', 3, '3 تذاكر مفتوحة'],
    ['ar', 11, '11 تذكرة مفتوحة'],
    ['ar', 100, '100 تذكرة مفتوحة'],
  ] as const)('%s, %i: %s', (language, count, text) => {
    expect(fill(countedText('open', count, language), { count: `${count}` })).toBe(text);
  });

  test('the digest counts in the plural of its language, level by level, and leaves out empty levels', () => {
    const byLevel = new Map([
      [2, 1],
      [1, 3],
      [3, 0],
    ]);
    const facts = digestOf({ open: 12, breached: 1, dueSoon: 0, unassigned: 2, byLevel }, T0, 'Africa/Johannesburg');
    const { subject, text } = renderMessage({ ...to('en'), number: '', kind: 'digest', facts }, 'email', config);
    expect(subject).toBe('Where things stand, 2026-03-02');
    expect(text.split('\n')).toEqual([
      '12 open tickets',
      '1 ticket past its deadline',
      '0 tickets due within 24 hours',
      '2 tickets that nobody holds',
      '3 tickets escalated to level 1',
      '1 ticket escalated to level 2',
      '',
      'City',
      `Reference: [${reference}]`,
    ]);
  });
});
