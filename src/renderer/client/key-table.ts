/** Where on the help page a command stands. */
export const commandGroups = ['move', 'ticket', 'write', 'go'] as const;
export type CommandGroup = (typeof commandGroups)[number];

type Modifiers = 'none' | 'shift' | 'control' | 'control_shift';
export type KeyBinding = {
  command: string;
  group: CommandGroup;
  /** `KeyboardEvent.code`: the place of the key, which an Arabic or Afrikaans layout does not move. */
  code: string;
  modifiers: Modifiers;
  /** The key that must come before, e.g. `G` then `Q`. */
  after?: string;
  /** Acts only while the list of tickets has the focus: Enter and Space mean other things on a button. */
  inList?: true;
  /** What the key is called where it is shown; the same in every language. */
  keys: readonly string[];
};

/**
 * Every key of the desk: read by the handler, the help page and the palette alike, so that none can say what another
 * does not do. Never Ctrl+Alt+letter (AltGr writes letters) nor Alt+letter (menus).
 */
export const keyTable = [
  { command: 'next', group: 'move', code: 'KeyJ', modifiers: 'none', keys: ['J'] },
  { command: 'previous', group: 'move', code: 'KeyK', modifiers: 'none', keys: ['K'] },
  { command: 'open', group: 'move', code: 'Enter', modifiers: 'none', inList: true, keys: ['Enter'] },
  { command: 'select', group: 'move', code: 'KeyX', modifiers: 'none', keys: ['X'] },
  { command: 'refresh', group: 'move', code: 'Period', modifiers: 'none', keys: ['.'] },
  { command: 'search', group: 'move', code: 'Slash', modifiers: 'none', keys: ['/'] },
  { command: 'create', group: 'ticket', code: 'KeyC', modifiers: 'none', keys: ['C'] },
  { command: 'take', group: 'ticket', code: 'KeyT', modifiers: 'none', keys: ['T'] },
  { command: 'assign', group: 'ticket', code: 'KeyA', modifiers: 'none', keys: ['A'] },
  { command: 'status', group: 'ticket', code: 'KeyS', modifiers: 'none', keys: ['S'] },
  { command: 'priority', group: 'ticket', code: 'KeyP', modifiers: 'none', keys: ['P'] },
  { command: 'escalate', group: 'ticket', code: 'KeyE', modifiers: 'none', keys: ['E'] },
  { command: 'explain', group: 'ticket', code: 'KeyW', modifiers: 'none', keys: ['W'] },
  { command: 'duplicates', group: 'ticket', code: 'KeyD', modifiers: 'none', keys: ['D'] },
  { command: 'undo', group: 'ticket', code: 'KeyZ', modifiers: 'none', keys: ['Z'] },
  { command: 'reply', group: 'write', code: 'KeyR', modifiers: 'none', keys: ['R'] },
  { command: 'note', group: 'write', code: 'KeyN', modifiers: 'none', keys: ['N'] },
  { command: 'send', group: 'write', code: 'Enter', modifiers: 'control', keys: ['Ctrl', 'Enter'] },
  {
    command: 'send_resolve_next',
    group: 'write',
    code: 'Enter',
    modifiers: 'control_shift',
    keys: ['Ctrl', 'Shift', 'Enter'],
  },
  { command: 'go_queue', group: 'go', code: 'KeyQ', modifiers: 'none', after: 'KeyG', keys: ['G', 'Q'] },
  { command: 'go_outbox', group: 'go', code: 'KeyO', modifiers: 'none', after: 'KeyG', keys: ['G', 'O'] },
  { command: 'palette', group: 'go', code: 'KeyK', modifiers: 'control', keys: ['Ctrl', 'K'] },
  { command: 'help', group: 'go', code: 'Slash', modifiers: 'shift', keys: ['?'] },
] as const satisfies readonly KeyBinding[];

export type KeyedCommand = (typeof keyTable)[number]['command'];
/** A line of the table as this desk has it. */
export type Binding = KeyBinding & { command: KeyedCommand };
/** Commands without a key: in the palette and the program's menus. */
export const otherCommands = [
  'ask_explanation',
  'go_admin',
  'go_whatif',
  'notifications',
  'settings',
  'reader_settings',
  'lock',
  'sign_out',
] as const;
export type CommandName = KeyedCommand | (typeof otherCommands)[number];

export const commandNames: readonly CommandName[] = [...keyTable.map((binding) => binding.command), ...otherCommands];

export function isCommandName(name: string): name is CommandName {
  return (commandNames as readonly string[]).includes(name);
}
