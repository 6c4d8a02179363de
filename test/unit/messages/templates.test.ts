import { describe, expect, test } from 'vitest';
import { templateKeys } from '../../../src/preload/contract/template-keys.ts';
import { channels, languages } from '../../../src/preload/contract/values.ts';
import { addressOn, mailAddress } from '../../../src/main/domain/messages/addresses.ts';
import { checkTemplate } from '../../../src/main/domain/messages/check-template.ts';
import { previewTemplate, type PreviewAsked } from '../../../src/main/domain/messages/preview.ts';
import { priceOf, smsTextOf } from '../../../src/main/domain/messages/sms-text.ts';
import { standardText } from '../../../src/main/domain/messages/templates/own-texts.ts';
import { centre, city, T0 } from '../../support/centre.ts';
import { withTerms } from '../../support/messages.ts';

describe('an organization’s own text is checked', () => {
  const codes = (...parts: Parameters<typeof checkTemplate>) =>
    checkTemplate(...parts).map(({ code, path, names }) => [code, path, names].filter((it) => it !== '').join(' '));

  test.each([
    ['warning', 'sms', null, '{{tracking_number}} is due {{due}}.', []],
    ['warning', 'email', '{{tracking_number}}', '{{tracking_number}} {{due}} {{due}}', []],
    ['warning', 'sms', null, 'Due {{due}}.', ['TEMPLATE_MISSING body tracking_number']],
    ['thank_you', 'sms', null, '{{tracking_number}} {{due}} {{name}}', ['TEMPLATE_UNKNOWN body due, name']],
    [
      'thank_you',
      'sms',
      null,
      '{{ tracking_number }}',
      ['TEMPLATE_BRACES body', 'TEMPLATE_MISSING body tracking_number'],
    ],
    ['thank_you', 'sms', null, '{{tracking_number}} {x', ['TEMPLATE_BRACES body']],
    ['thank_you', 'sms', null, '  ', ['TEMPLATE_EMPTY body']],
    ['thank_you', 'sms', 'x', '{{tracking_number}}', ['TEMPLATE_SUBJECT subject']],
    ['thank_you', 'email', null, '{{tracking_number}}', ['TEMPLATE_EMPTY subject']],
    ['thank_you', 'email', 'a\r\nBcc: b', '{{tracking_number}}', ['TEMPLATE_SUBJECT_LINES subject']],
    ['reply', 'email', '{{text}}', '{{tracking_number}} {{text}}', ['TEMPLATE_UNKNOWN subject text']],
  ] as const)('%s by %s, %j: %j', (key, channel, subject, body, expected) => {
    expect(codes(key, channel, subject, body)).toEqual(expected);
  });

  test('and the product’s own would all pass', () => {
    const own = templateKeys.flatMap((key) =>
      channels.flatMap((channel) =>
        languages.map((language) => ({ key, channel, text: standardText({ key, facts: {}, channel }, language) })),
      ),
    );
    const wrong = own.flatMap(({ key, channel, text }) =>
      text === null ? [] : codes(key, channel, text.subject, text.body),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a preview', () => {
  const config = withTerms(centre(), { price: { currency: 'ZAR', sms: 0.5, whatsapp: 0.2 } });
  const asked: PreviewAsked = {
    organizationId: city,
    key: 'thank_you',
    language: 'en',
    channel: 'sms',
    draft: { subject: null, body: 'Thanks for {{tracking_number}}.' },
  };

  test('shows a draft as it would go out, with its segments and their price', () => {
    expect(previewTemplate(asked, config, T0)).toEqual({
      subject: null,
      text: 'Thanks for WK-A-000123. [K7Q2P4]',
      html: null,
      direction: 'ltr',
      encoding: 'GSM-7',
      segments: 1,
      price: { currency: 'ZAR', amount: 0.5 },
      fallbackLanguage: null,
    });
  });

  test('shows what leaves today where nothing is being written', () => {
    const today = previewTemplate({ ...asked, language: 'ar', draft: null }, config, T0);
    expect(today).toMatchObject({ direction: 'rtl', encoding: 'UCS-2', segments: 1, price: { amount: 0.5 } });
  });

  test('shows what it does not understand as it was written', () => {
    const draft = { subject: 'S {{x}}', body: 'B {{y}} {{ z }}' };
    const { subject, text } = previewTemplate({ ...asked, channel: 'email', draft }, config, T0);
    expect([subject, text.split('\n')[0]]).toEqual(['S {x}', 'B {y} {{ z }}']);
  });

  test('is empty where nobody ever wrote such a text', () => {
    expect(previewTemplate({ ...asked, key: 'status_update.pending', draft: null }, config, T0).text).toBe('');
  });

  test.each(templateKeys)('of %s works in every language and channel', (key) => {
    for (const language of languages) {
      for (const channel of channels) {
        const { text } = previewTemplate({ ...asked, key, language, channel, draft: null }, config, T0);
        expect(text === '').toBe(key === 'status_update.pending');
      }
    }
  });
});

describe('a text message', () => {
  test.each([
    ['x'.repeat(160), 'GSM-7', 1],
    ['x'.repeat(161), 'GSM-7', 2],
    ['x'.repeat(306), 'GSM-7', 2],
    ['x'.repeat(307), 'GSM-7', 3],
    [`${'x'.repeat(158)}€`, 'GSM-7', 1],
    [`${'x'.repeat(159)}€`, 'GSM-7', 2],
    ['ع'.repeat(70), 'UCS-2', 1],
    ['ع'.repeat(71), 'UCS-2', 2],
    ['ع'.repeat(134), 'UCS-2', 2],
    ['ع'.repeat(135), 'UCS-2', 3],
    ['hoër', 'UCS-2', 1],
    ['more’s', 'UCS-2', 1],
  ] as const)('%j: %s, %i', (text, encoding, segments) => {
    expect(smsTextOf(text)).toEqual({ encoding, segments });
  });

  test('costs by the segment, one by WhatsApp by the message, and nothing is said without a price', () => {
    const price = { currency: 'ZAR', sms: 0.5, whatsapp: 0.2 };
    expect(priceOf('sms', 3, { price })).toEqual({ currency: 'ZAR', amount: 1.5 });
    expect(priceOf('whatsapp', 3, { price })).toEqual({ currency: 'ZAR', amount: 0.2 });
    expect(priceOf('sms', 3, { price: null })).toBeNull();
  });
});

describe('an address', () => {
  test.each([
    ['082 123 4567', 'ZA', '+27821234567'],
    ['+27 (0)82 123 4567', 'ZA', '+27821234567'],
    ['0501234567', 'SA', '+966501234567'],
    ['+966501234567', 'ZA', '+966501234567'],
    ['٠٥٠١٢٣٤٥٦٧', 'SA', '+966501234567'],
    ['12', 'ZA', null],
    ['+999 123 4567', 'ZA', null],
    ['call 082 123 4567', 'ZA', null],
    ['0821234567', 'XX', null],
    ['', 'ZA', null],
  ])('number %j in %s: %s', (phone, country, address) => {
    expect(addressOn('sms', { phone, email: '' }, country)).toBe(address);
  });

  test('of a line takes WhatsApp but no text message', () => {
    const line = { phone: '021 400 1111', email: '' };
    expect([addressOn('sms', line, 'ZA'), addressOn('whatsapp', line, 'ZA')]).toEqual([null, '+27214001111']);
  });

  test.each([
    [' Thandi.V@Example.ORG ', 'Thandi.V@example.org'],
    ["o'neil+desk@example.co.za", "o'neil+desk@example.co.za"],
    ['a@example.org,b@example.org', null],
    ['a@example.org\r\nBcc: b@example.org', null],
    ['"a b"@example.org', null],
    ['Name <a@example.org>', null],
    ['a@localhost', null],
    ['a@-x.org', null],
    ['a@b@example.org', null],
    [`${'a'.repeat(65)}@example.org`, null],
    ['', null],
  ])('mail %j: %s', (text, address) => {
    expect(mailAddress(text)).toBe(address);
  });
});
