import { keyTable, type Binding, type KeyBinding, type KeyedCommand } from './key-table.ts';

/** Keys that somebody chose, as `KeyboardEvent.code` by command. */
export type OwnKeys = Readonly<Record<string, string>>;

const table: readonly Binding[] = keyTable;

/** Places of the keyboard that every machine has and that type nothing in a list, with what is printed on them. */
const keyNames: ReadonlyMap<string, string> = new Map([
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => [`Key${letter}`, letter] as const),
  ...[...'0123456789'].map((digit) => [`Digit${digit}`, digit] as const),
  ['Slash', '/'],
  ['Period', '.'],
  ['Comma', ','],
  ['Semicolon', ';'],
  ['Quote', "'"],
  ['BracketLeft', '['],
  ['BracketRight', ']'],
  ['Backslash', '\\'],
  ['Minus', '-'],
  ['Equal', '='],
  ['Backquote', '`'],
]);

/** First keys of two: alone they do nothing, and nothing may take them. */
const firstKeys: ReadonlySet<string> = new Set(table.flatMap(({ after }) => (after === undefined ? [] : [after])));

/** Commands with a key of their own, pressed alone; Enter stays what it is in every list. */
export const ownKeyCommands: readonly KeyedCommand[] = table
  .filter((binding) => binding.modifiers === 'none' && binding.after === undefined && !binding.inList)
  .map(({ command }) => command);

function placeOf({ after, modifiers, code }: KeyBinding): string {
  return `${after ?? ''} ${modifiers} ${code}`;
}

/**
 * The table with the keys that somebody chose. A key that cannot be chosen is left out of account; a command whose own
 * key was given to another has none, and is reached by the palette.
 */
export function bindingsWith(own: OwnKeys): readonly Binding[] {
  const chosen = new Map<string, Binding>();
  for (const command of ownKeyCommands) {
    const code = own[command];
    const name = code === undefined ? undefined : keyNames.get(code);
    const binding = table.find((one) => one.command === command);
    if (code === undefined || name === undefined || binding === undefined || firstKeys.has(code)) continue;
    chosen.set(command, { ...binding, code, keys: [name] });
  }
  const taken = new Set([...chosen.values()].map(placeOf));
  return table.flatMap((binding) => {
    const mine = chosen.get(binding.command);
    if (mine !== undefined) return [mine];
    return taken.has(placeOf(binding)) ? [] : [binding];
  });
}

export type KeyChoice =
  { ok: true; own: OwnKeys } | { ok: false; why: 'unusable' } | { ok: false; why: 'taken'; by: KeyedCommand };

/** The keys once `command` has `code`; the key that it had by itself needs no note. */
export function chooseKey(own: OwnKeys, command: KeyedCommand, code: string): KeyChoice {
  if (!keyNames.has(code) || firstKeys.has(code)) return { ok: false, why: 'unusable' };
  const holder = bindingsWith(own).find(
    (binding) => binding.modifiers === 'none' && binding.after === undefined && binding.code === code,
  );
  if (holder !== undefined && holder.command !== command) return { ok: false, why: 'taken', by: holder.command };
  return { ok: true, own: { ...withoutKey(own, command), ...(isDefault(command, code) ? {} : { [command]: code }) } };
}

/** The keys with that of one command as it came. */
export function withoutKey(own: OwnKeys, command: KeyedCommand): OwnKeys {
  return Object.fromEntries(Object.entries(own).filter(([name]) => name !== command));
}

function isDefault(command: KeyedCommand, code: string): boolean {
  return table.some((binding) => binding.command === command && binding.code === code);
}
