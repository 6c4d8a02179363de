import { describe, expect, test } from 'vitest';
import { createKeyMatcher, sequenceMs, type KeyPress } from '../../../src/renderer/client/key-matcher.ts';
import { commandNames, keyTable, type KeyBinding } from '../../../src/renderer/client/key-table.ts';
import { en } from '../../../src/renderer/i18n/en.ts';

const press = (code: string, part: Partial<KeyPress> = {}): KeyPress => ({
  code,
  control: false,
  shift: false,
  alt: false,
  inField: false,
  inList: false,
  repeat: false,
  at: 0,
  ...part,
});
const bindings: readonly KeyBinding[] = keyTable;

describe('the table', () => {
  test('gives no key to two commands', () => {
    const taken = bindings.map(({ code, modifiers, after }) => `${after ?? ''} ${modifiers} ${code}`);
    expect(new Set(taken).size).toBe(taken.length);
  });
  test('has a name for every command, and no name too many', () => {
    expect(Object.keys(en.keys.command).sort()).toEqual([...commandNames].sort());
  });
  test('has the keys of the desk', () => {
    const keys = bindings.map((binding) => binding.keys.join('+'));
    expect(keys.sort()).toEqual(
      'J K Enter X C T A S P R N E W D Z / ? . G+Q G+O Ctrl+K Ctrl+Enter Ctrl+Shift+Enter'.split(' ').sort(),
    );
  });
  test('never asks for Alt, alone or with Ctrl', () => {
    for (const binding of bindings)
      expect(createKeyMatcher().match(press(binding.code, { alt: true, control: true }), true)).toBeNull();
  });
});

describe('a press', () => {
  test('of any single binding runs its command', () => {
    for (const { code, modifiers, after, command } of bindings) {
      if (after !== undefined) continue;
      const part = { control: modifiers.startsWith('control'), shift: modifiers.endsWith('shift'), inList: true };
      expect(createKeyMatcher().match(press(code, part), true)).toBe(command);
    }
  });
  test('in a field writes, and only Ctrl commands act', () => {
    for (const { code, modifiers } of bindings) {
      const part = { control: modifiers.startsWith('control'), shift: modifiers.endsWith('shift'), inField: true };
      expect(createKeyMatcher().match(press(code, part), true) === null).toBe(!part.control);
    }
  });
  test('of Enter opens a ticket in the list and means a button elsewhere', () => {
    expect(createKeyMatcher().match(press('Enter', { inList: true }), true)).toBe('open');
    expect(createKeyMatcher().match(press('Enter'), true)).toBeNull();
  });
  test('held down moves on, but creates one ticket only', () => {
    expect(createKeyMatcher().match(press('KeyJ', { repeat: true }), true)).toBe('next');
    expect(createKeyMatcher().match(press('KeyC', { repeat: true }), true)).toBeNull();
  });
  test('of a single key does nothing once those are switched off', () => {
    expect(createKeyMatcher().match(press('KeyC'), false)).toBeNull();
    expect(createKeyMatcher().match(press('Slash', { shift: true }), false)).toBeNull();
    expect(createKeyMatcher().match(press('KeyK', { control: true }), false)).toBe('palette');
    expect(createKeyMatcher().match(press('Enter', { inList: true }), false)).toBe('open');
  });
});

describe('G then Q', () => {
  test('goes to the queue', () => {
    const matcher = createKeyMatcher();
    expect(matcher.match(press('KeyG'), true)).toBeNull();
    expect(matcher.match(press('KeyQ', { at: sequenceMs }), true)).toBe('go_queue');
  });
  test('is forgotten after a while', () => {
    const matcher = createKeyMatcher();
    matcher.match(press('KeyG'), true);
    expect(matcher.match(press('KeyQ', { at: sequenceMs + 1 }), true)).toBeNull();
  });
  test('swallows no other key: G then C does nothing, then C creates', () => {
    const matcher = createKeyMatcher();
    matcher.match(press('KeyG'), true);
    expect(matcher.match(press('KeyC'), true)).toBeNull();
    expect(matcher.match(press('KeyC'), true)).toBe('create');
  });
});
