/** The timers of the window, handed in so that tests drive them by hand. */
export type Timers = {
  set(run: () => void, delayMs: number): number;
  clear(handle: number): void;
};

export const windowTimers: Timers = {
  set: (run, delayMs) => window.setTimeout(run, delayMs),
  clear: (handle) => window.clearTimeout(handle),
};

export type Ticker = {
  /** @returns what stops the calls; while nobody listens no timer runs */
  subscribe(listener: () => void): () => void;
  /** Tells everybody at once: the desk's clock has jumped. */
  poke(): void;
  /** A hidden window counts for nobody. */
  setVisible(visible: boolean): void;
};

/**
 * One timer for every countdown on screen. It fires just after each whole second of the desk's clock, so that all
 * chips change together and a thousand rows cost one timer.
 */
export function createTicker(nowAt: () => number, timers: Timers): Ticker {
  const listeners = new Set<() => void>();
  let handle: number | null = null;
  let visible = true;

  function stop(): void {
    if (handle !== null) timers.clear(handle);
    handle = null;
  }
  function arm(): void {
    if (handle !== null || !visible || listeners.size === 0) return;
    handle = timers.set(tick, 1000 - (((nowAt() % 1000) + 1000) % 1000));
  }
  function tell(): void {
    for (const listener of listeners) listener();
  }
  function tick(): void {
    handle = null;
    tell();
    arm();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      arm();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    poke() {
      stop();
      tell();
      arm();
    },
    setVisible(next) {
      visible = next;
      stop();
      if (visible) tell();
      arm();
    },
  };
}
