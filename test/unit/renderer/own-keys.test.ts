import { describe, expect, test } from 'vitest';
import { createKeyMatcher, type KeyPress } from '../../../src/renderer/client/key-matcher.ts';
import { keyTable } from '../../../src/renderer/client/key-table.ts';
import {
  bindingsWith,
  chooseKey,
  ownKeyCommands,
  withoutKey,
  type OwnKeys,
} from '../../../src/renderer/client/own-keys.ts';

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
const pressed = (own: OwnKeys, code: string, part: Partial<KeyPress> = {}) =>
  createKeyMatcher().match(press(code, part), true, bindingsWith(own));

describe('a key that somebody chose', () => {
  test('runs its command, and the one that it came with no longer does', () => {
    expect(pressed({ take: 'KeyY' }, 'KeyY')).toBe('take');
    expect(pressed({ take: 'KeyY' }, 'KeyT')).toBeNull();
    expect(bindingsWith({ take: 'KeyY' }).find(({ command }) => command === 'take')?.keys).toEqual(['Y']);
  });
  test('changes nothing of the other commands', () => {
    for (const { code, modifiers, command, ...rest } of keyTable) {
      if (command === 'take' || 'after' in rest) continue;
      const part = { control: modifiers.startsWith('control'), shift: modifiers.endsWith('shift'), inList: true };
      expect(pressed({ take: 'KeyY' }, code, part)).toBe(command);
    }
  });
  test('takes a freed key from its default, which then has none', () => {
    const own = { take: 'KeyY', note: 'KeyT' };
    expect(pressed(own, 'KeyT')).toBe('note');
    expect(pressed(own, 'KeyN')).toBeNull();
    // A later release gives KeyA to another command: the choice stands.
    expect(pressed({ note: 'KeyA' }, 'KeyA')).toBe('note');
    expect(bindingsWith({ note: 'KeyA' }).some(({ command }) => command === 'assign')).toBe(false);
  });
  test('in a file that somebody wrote by hand counts only if it can be one', () => {
    const odd = { take: 'Enter', note: 'KeyG', send: 'KeyY', palette: 'KeyY', nothing: 'KeyY', reply: 'F5' };
    expect(bindingsWith(odd)).toEqual(keyTable);
  });
});

describe('choosing a key', () => {
  test('is offered for every command with a single key, Enter left out', () => {
    expect(ownKeyCommands).toContain('take');
    for (const command of ['open', 'send', 'palette', 'go_queue', 'help'] as const)
      expect(ownKeyCommands).not.toContain(command);
  });
  test('keeps it, and forgets it when it is the one that the command came with', () => {
    expect(chooseKey({}, 'take', 'KeyY')).toEqual({ ok: true, own: { take: 'KeyY' } });
    expect(chooseKey({ take: 'KeyY', note: 'KeyU' }, 'take', 'KeyT')).toEqual({ ok: true, own: { note: 'KeyU' } });
    expect(withoutKey({ take: 'KeyY', note: 'KeyU' }, 'take')).toEqual({ note: 'KeyU' });
  });
  test('names the command that has it', () => {
    expect(chooseKey({}, 'take', 'KeyS')).toEqual({ ok: false, why: 'taken', by: 'status' });
    expect(chooseKey({ status: 'KeyY' }, 'take', 'KeyS')).toMatchObject({ ok: true });
    expect(chooseKey({ status: 'KeyY' }, 'take', 'KeyY')).toEqual({ ok: false, why: 'taken', by: 'status' });
  });
  test.each(['KeyG', 'Enter', 'Space', 'Escape', 'Tab', 'F1', 'ArrowDown', 'ShiftLeft', ''])(
    'refuses one that begins a sequence, writes or means something everywhere: %s',
    (code) => expect(chooseKey({}, 'take', code)).toEqual({ ok: false, why: 'unusable' }),
  );
});
