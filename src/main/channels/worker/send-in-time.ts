import type { SendOutcome } from '../../ports/sender.ts';

/** What was cut off says so itself, if it can: whether anything had left is known there. */
const GRACE_MS = 1_000;

/**
 * A sending that comes to an end, whatever the other side does.
 * @param send  given what tells it that its time is over
 * @param withinMs  longest time from now, a second more for its own word
 * @returns what it says, or that it may have gone out
 */
export async function sendInTime(
  send: (signal: AbortSignal) => Promise<SendOutcome>,
  withinMs: number,
): Promise<SendOutcome> {
  const over = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<SendOutcome>((resolve) => {
    timer = setTimeout(() => {
      over.abort();
      timer = setTimeout(() => resolve({ kind: 'unsure', code: 'TIMEOUT' }), GRACE_MS);
    }, withinMs);
  });
  try {
    return await Promise.race([send(over.signal), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
