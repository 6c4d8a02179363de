import { lazy, useState, type ComponentType } from 'react';

/** A part of the window whose code comes when it is first shown, or ahead of that. */
export type LoadedLater<P> = ComponentType<P> & {
  /** Loads the code now, and again after a failure. */
  ahead(): Promise<unknown>;
};

/**
 * React's `lazy`, but what was loaded ahead is drawn at once: `lazy` would still show its fallback first, and React keeps
 * a fallback up for 300 ms lest it flash.
 */
export function loadedLater<P extends object>(load: () => Promise<ComponentType<P>>): LoadedLater<P> {
  let loaded: ComponentType<P> | null = null;
  const ahead = async (): Promise<ComponentType<P>> => (loaded = await load());
  const Waited: ComponentType<P> = lazy(async () => ({ default: await ahead() }));

  function Later(props: P) {
    // Chosen once: another component in the same place would start over, with all that was typed.
    const [Part] = useState(() => loaded ?? Waited);
    return <Part {...props} />;
  }
  return Object.assign(Later, { ahead });
}
