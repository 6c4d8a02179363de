import { useEffect, useState } from 'react';
import { createKeyMatcher } from '../../client/key-matcher.ts';
import { useBindings } from '../../client/use-bindings.ts';
import { useServices } from '../../client/services.tsx';

const fields =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="textbox"]';
const layers = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** The one handler of the keyboard table. It listens last, so that a field, menu or dialog can keep a key for itself. */
export function useKeyboard(): void {
  const { commands, desk } = useServices();
  const bindings = useBindings();
  const [matcher] = useState(createKeyMatcher);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : document.body;
      const command = matcher.match(
        {
          code: event.code,
          control: event.ctrlKey || event.metaKey,
          shift: event.shiftKey,
          // AltGr arrives as Ctrl+Alt: it writes letters and is never a command.
          alt: event.altKey || event.getModifierState('AltGraph'),
          inField:
            target.closest(fields) !== null ||
            target.closest(layers) !== null ||
            document.querySelector('[aria-modal="true"]') !== null,
          // With the focus nowhere Enter means the row under the cursor too.
          inList: target.closest('[role="grid"]') !== null || target === document.body,
          repeat: event.repeat,
          at: performance.now(),
        },
        desk.getState().info.singleKeys,
        bindings,
      );
      if (command !== null && commands.run(command)) event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [commands, desk, matcher, bindings]);
}
