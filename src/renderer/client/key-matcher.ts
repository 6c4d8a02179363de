import { keyTable, type Binding, type KeyBinding, type KeyedCommand } from './key-table.ts';

/** What of a keyboard event decides; a plain value, so that the rules are tested without a window. */
export type KeyPress = {
  code: string;
  control: boolean;
  shift: boolean;
  alt: boolean;
  /** The press went into a field, an open dialog, a menu or a list of choices. */
  inField: boolean;
  inList: boolean;
  repeat: boolean;
  /** epoch or monotonic ms: a first key waits this long for its second. */
  at: number;
};
export type KeyMatcher = {
  /** @param bindings  the keys as they are on this desk */
  match(press: KeyPress, singleKeys: boolean, bindings?: readonly Binding[]): KeyedCommand | null;
};

/** `G` then `Q`: the second key counts for this long. */
export const sequenceMs = 1500;

const firstKeys: ReadonlySet<string> = new Set(
  keyTable.flatMap((binding: KeyBinding) => (binding.after === undefined ? [] : [binding.after])),
);
/** Holding these down moves on; holding any other must not do it twice. */
const repeatable: ReadonlySet<string> = new Set<KeyedCommand>(['next', 'previous']);

function modifiersOf(press: KeyPress): KeyBinding['modifiers'] {
  if (press.control) return press.shift ? 'control_shift' : 'control';
  return press.shift ? 'shift' : 'none';
}

export function createKeyMatcher(): KeyMatcher {
  let first: { code: string; at: number } | null = null;
  return {
    match(press, singleKeys, bindings = keyTable) {
      const modifiers = modifiersOf(press);
      const plain = modifiers === 'none' || modifiers === 'shift';
      const before = first !== null && press.at - first.at <= sequenceMs ? first.code : undefined;
      first = null;
      if (press.alt) return null;
      // Enter on a row stays when single keys are off: it is what every list does.
      if (plain && (press.inField || (!singleKeys && press.code !== 'Enter'))) return null;
      if (modifiers === 'none' && before === undefined && firstKeys.has(press.code)) {
        first = { code: press.code, at: press.at };
        return null;
      }
      const found = bindings.find(
        (binding) =>
          binding.code === press.code &&
          binding.modifiers === modifiers &&
          binding.after === before &&
          (binding.inList !== true || press.inList),
      );
      if (found === undefined || (press.repeat && !repeatable.has(found.command))) return null;
      return found.command;
    },
  };
}
