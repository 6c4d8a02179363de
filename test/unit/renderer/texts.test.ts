import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { errorCodes } from '../../../src/preload/contract/result.ts';
import { problemSeverity } from '../../../src/main/domain/publishing/check/problem.ts';
import { adminAr } from '../../../src/renderer/i18n/ar/admin.ts';
import { explainAr } from '../../../src/renderer/i18n/ar/explain.ts';
import { whatIfAr } from '../../../src/renderer/i18n/ar/whatif.ts';
import { messageAr } from '../../../src/renderer/i18n/ar/message.ts';
import { ar } from '../../../src/renderer/i18n/ar.ts';
import { adminEn } from '../../../src/renderer/i18n/en/admin.ts';
import { explainEn } from '../../../src/renderer/i18n/en/explain.ts';
import { messageEn } from '../../../src/renderer/i18n/en/message.ts';
import { whatIfEn } from '../../../src/renderer/i18n/en/whatif.ts';
import { en } from '../../../src/renderer/i18n/en.ts';
import { formatInstant, plainInput, textDirection } from '../../../src/renderer/i18n/format.ts';

type Texts = { [name: string]: string | Texts };
const plural = /_(zero|one|two|few|many|other)$/u;
const arabicForms = ['zero', 'one', 'two', 'few', 'many', 'other'];

function flat(texts: Texts, path = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([name, text]) =>
      typeof text === 'string' ? [[`${path}${name}`, text] as const] : [...flat(text, `${path}${name}.`)],
    ),
  );
}
const english = flat({ ...en, ...adminEn, ...explainEn, ...whatIfEn, ...messageEn });
const arabic = flat({ ...ar, ...adminAr, ...explainAr, ...whatIfAr, ...messageAr });
const baseOf = (key: string) => key.replace(plural, '');
const bases = (texts: Map<string, string>) => [...new Set([...texts.keys()].map(baseOf))].sort();
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name ?? '').sort();

describe('the two languages', () => {
  test('have the same keys', () => {
    expect(bases(arabic)).toEqual(bases(english));
  });
  test('have a text for every error code, and for no other', () => {
    expect(Object.keys(en.errors).sort()).toEqual([...errorCodes].sort());
    expect(Object.keys(ar.errors).sort()).toEqual([...errorCodes].sort());
  });
  test('have a text for every problem of the configuration', () => {
    expect(Object.keys(adminEn.problems)).toEqual(expect.arrayContaining(Object.keys(problemSeverity)));
  });
  test('name the same values in each text', () => {
    const single = [...english].filter(([key]) => !plural.test(key));
    expect(single.map(([key]) => [key, placeholders(arabic.get(key) ?? '')])).toEqual(
      single.map(([key, text]) => [key, placeholders(text)]),
    );
  });
  test('leave nothing empty and nothing untranslated', () => {
    const same = new Set([
      'app.name',
      'queue.countMore',
      'queue.weight',
      'event.by',
      'contactChannels.place',
      'contactChannels.marked',
      'message.actOn',
      'message.settings.wayOf',
      'explain.policy.names',
      'explain.policy.named',
      'explain.stretch.day',
      'explain.telling.seat',
      'explain.telling.seatOf',
      'explain.without.plain',
    ]);
    const wordless = [...arabic].filter(([, text]) => !/[\u0600-\u06ff]/u.test(text.replaceAll(/\{\{\w+\}\}/gu, '')));
    expect(wordless.map(([key]) => key).filter((key) => !same.has(key))).toEqual([]);
  });
  test('use Latin digits', () => {
    for (const [key, text] of arabic) expect([key, /[\u0660-\u0669\u06f0-\u06f9]/u.test(text)]).toEqual([key, false]);
  });
});

test('Arabic has all six forms of every plural, and the numbers that its rules need', () => {
  const rules = new Intl.PluralRules('ar');
  expect([0, 1, 2, 3, 11, 100].map((count) => rules.select(count))).toEqual(arabicForms);
  const plurals = bases(new Map([...english].filter(([key]) => plural.test(key))));
  expect(plurals.length).toBeGreaterThan(3);
  for (const base of plurals) {
    for (const form of arabicForms) expect([base, form, arabic.has(`${base}_${form}`)]).toEqual([base, form, true]);
    for (const form of ['few', 'many', 'other'])
      expect([base, arabic.get(`${base}_${form}`)?.includes('{{count}}')]).toEqual([base, true]);
  }
});

/** Words written into the markup, which no language file would translate. */
function writtenWords(file: string, source: string): string[] {
  const found: string[] = [];
  const spoken = new Set(['title', 'label', 'placeholder', 'aria-label', 'alt', 'hint', 'reason', 'submitLabel']);
  const isText = (value: unknown): value is string => typeof value === 'string' && /\p{L}/u.test(value);
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const { type } = node as { type?: string };
    if (type === 'JSXText') {
      const { value } = node as { value?: unknown };
      if (isText(value)) found.push(`${file}: ${value.trim()}`);
    }
    if (type === 'JSXAttribute') {
      const { name, value } = node as { name?: { name?: unknown }; value?: { type?: string; value?: unknown } | null };
      if (spoken.has(String(name?.name)) && value?.type === 'Literal' && isText(value.value))
        found.push(`${file}: ${value.value}`);
    }
    Object.values(node).forEach(visit);
  };
  visit(parseSync(file, source).program.body);
  return found;
}

test('no words are written into the markup', () => {
  const root = join(import.meta.dirname, '../../../src/renderer');
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap((file) => writtenWords(relative(root, file), readFileSync(file, 'utf8')))).toEqual([]);
  expect(writtenWords('control.tsx', 'const a = <b title="Hello">World {c}</b>;')).toEqual([
    'control.tsx: Hello',
    'control.tsx: World',
  ]);
});

describe('forms', () => {
  test('an instant reads alike in every language, and keeps its order in an Arabic sentence', () => {
    expect(formatInstant(Date.UTC(2026, 2, 4, 9, 5))).toBe('\u20662026-03-04 09:05\u2069');
  });
  test('Arabic digits and invisible marks that somebody types or pastes become plain', () => {
    expect(plainInput('\u200fWK\u200e-٠٤٢ ۹')).toBe('WK-042 9');
  });
  test('an empty field follows the window, a written one its words', () => {
    expect([textDirection(''), textDirection('ا')]).toEqual([undefined, 'auto']);
  });
});
