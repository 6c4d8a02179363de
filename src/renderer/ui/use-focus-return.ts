import { useEffect, useState } from 'react';

/** Gives the focus back to where it was when this layer opened, or to the screen if that place is gone. */
export function useFocusReturn(): void {
  // Asked while rendering: once the layer stands, the focus is in it already.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // A command that opened another layer has moved the focus on already.
      if (document.activeElement !== document.body && document.activeElement !== null) return;
      const back = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : null;
      (back ?? document.querySelector<HTMLElement>('#wk-content'))?.focus();
    },
    [before],
  );
}
