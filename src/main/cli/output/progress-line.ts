import type { Io } from '../io.ts';

/** Often enough to see that it moves, seldom enough to cost nothing. */
const EVERY_MS = 500;

/**
 * Progress for somebody at a terminal; a log file or a pipe gets none.
 * @param what  what is counted, e.g. `rows read`
 */
export function progressLine(io: Io, what: string): (done: number, of: number) => void {
  if (io.terminal === null) return () => undefined;
  let lastAt = 0;
  return (done, of) => {
    const at = io.now();
    if (at - lastAt < EVERY_MS && done < of) return;
    lastAt = at;
    io.err.write(`\r${done} of ${of} ${what}${done < of ? '' : '\n'}`);
  };
}
