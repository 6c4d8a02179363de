import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channels, languages, type Channel, type Language } from '../../../src/preload/contract/values.ts';
import type { Facts, MessageKind } from '../../../src/main/domain/messages/message.ts';
import { renderBundle, renderMessage, type Rendered } from '../../../src/main/domain/messages/render.ts';
import { centre, city, T0 } from '../../support/centre.ts';

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</td></tr></table><a href="https://evil.example">click</a>',
  '</title><script>alert(1)</script>',
  '<!--',
  ']]>',
  '&lt;script&gt;',
  '&#60;b&#62;',
  'x\r\nBcc: everybody@example.org',
  'x\nSubject: another',
  'x\u2028Bcc: a@example.org\u2029',
  'x\u0085Bcc: a@example.org',
  '\u0000\u0007\u001b[31m',
  '\u202Egnp.exe',
  '\u2067abc\u2066',
  '{{tracking_number}} {{text}} {{constructor}}',
  '$t(reply.short) {{- text}}',
  '$& $1 $` $<name>',
  '=HYPERLINK("https://evil.example")',
  '=?utf-8?B?QmNjOg==?=',
  '\uD800',
  '%0d%0aBcc:%20a@example.org',
  'javascript:alert(1)',
] as const;

const kinds: readonly MessageKind[] = [
  'status_update',
  'reply',
  'escalation',
  'breach',
  'assignment',
  'test',
  'digest',
];

/** A message into each of whose fields somebody wrote `text`. */
function writtenInto(text: string, kind: MessageKind, language: Language) {
  const facts: Facts =
    kind === 'digest'
      ? { date: text, open: text, breached: text, dueSoon: text, unassigned: text, byLevel: text }
      : { status: 'open', level: text, text, dueAt: `${T0}`, nth: text };
  return {
    kind,
    facts,
    number: text,
    reference: text,
    recipient: { kind: 'contact', name: text, language, timezone: text } as const,
    organizationId: city,
  };
}

/** The centre's city under a name that somebody chose. */
function named(name: string) {
  const config = centre();
  const organization = config.organization(city);
  if (organization === undefined) throw new Error('the centre has no city');
  return config.with([{ kind: 'organization_saved', value: { ...organization, name } }]);
}

function rendered(text: string, kind: MessageKind, language: Language, channel: Channel): Rendered {
  return renderMessage(writtenInto(text, kind, language), channel, named(text));
}

/** The markup of a page without its text, and without the ends of lines, which an answer may have. */
function markupOf(html: string | null): string[] {
  return (html?.match(/<[^>]*>/gu) ?? []).filter((tag) => tag !== '<br>');
}

/** Line ends that are not `\n`, and what no eye sees or what turns the writing around. */
const neverSeen = /[^\P{Cc}\n]|[\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** Whether nothing but the page's own markup, one line of subject and plain text is made of it. */
function isHarmless(text: string, kind: MessageKind, language: Language, channel: Channel): boolean {
  const { subject, html, text: body, content } = rendered(text, kind, language, channel);
  const benign = rendered('x', kind, language, channel);
  const variables = Object.values(content?.variables ?? {}).join('');
  return (
    isDeepStrictEqual(markupOf(html), markupOf(benign.html)) &&
    // What is left once the page's own tags are gone is text: it can begin none.
    !/[<>]/u.test(html?.replaceAll(/<[^>]*>/gu, '') ?? '') &&
    !/[\p{Cc}\u2028\u2029]/u.test(`${subject}${variables}`) &&
    !neverSeen.test(body) &&
    !neverSeen.test(html ?? '')
  );
}

describe('no header, no markup and no control character gets out alive', () => {
  test.each(hostile)('%j in every field, in each language, through each channel', (text) => {
    const all = kinds.flatMap((kind) =>
      languages.flatMap((language) => channels.map((channel) => ({ kind, language, channel }))),
    );
    expect(all.filter(({ kind, language, channel }) => !isHarmless(text, kind, language, channel))).toEqual([]);
  });

  test('nor any other that can be thought of', () => {
    const piece = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(...kinds), fc.constantFrom(...languages), (it, kind, language) => {
        expect(isHarmless(it, kind, language, 'email')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('nor out of several that go in one mail', () => {
    const config = named('x');
    const bundle = (text: string) => {
      const one = writtenInto(text, 'escalation', 'ar');
      return renderBundle([one, one], one, config);
    };
    for (const text of hostile) {
      expect(markupOf(bundle(text).html)).toEqual(markupOf(bundle('x').html));
      expect(bundle(text).subject).not.toMatch(/\p{Cc}/u);
    }
  });
});

test('nor formula: what a fact begins with begins no subject of the product’s, and no message of a line', () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '\r=1+1'];
  // The figures of a digest are the desk's own.
  const told = kinds.filter((kind) => kind !== 'digest');
  const begun = formulas.flatMap((text) =>
    told.flatMap((kind) =>
      languages.flatMap((language) =>
        channels.map((channel) => {
          const facts = writtenInto(text, kind, language);
          const { subject, text: body } = renderMessage({ ...facts, number: 'WK-A-000123' }, channel, named(text));
          return subject ?? body;
        }),
      ),
    ),
  );
  expect(begun.filter((line) => /^[=+\-@\t\r]/u.test(line))).toEqual([]);
});

describe('what was written arrives as it was written', () => {
  test('a placeholder in an answer is no placeholder', () => {
    const text = '{{tracking_number}} costs $1 & <more> $t(reply.short)';
    const { text: body } = renderMessage({ ...writtenInto('n', 'reply', 'en'), facts: { text } }, 'sms', named('x'));
    expect(body).toBe(`About n: ${text} [n]`);
  });

  test('an answer keeps its lines', () => {
    const facts = { text: 'One.\r\nTwo.\rThree.' };
    const { text, html } = renderMessage({ ...writtenInto('n', 'reply', 'en'), facts }, 'email', named('x'));
    expect(text).toContain('About n: One.\nTwo.\nThree.');
    expect(html).toContain('One.<br>Two.<br>Three.');
  });
});
