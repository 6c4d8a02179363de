/**
 * Number of the ticket that a `watchkeeper://ticket/NUMBER` link names.
 * @returns null for any other text; what an unknown number and a forbidden one say is the same, and is said by the window
 */
export function ticketNumberOf(link: string): string | null {
  const number = /^watchkeeper:\/\/ticket\/([0-9A-Za-z-]{1,40})\/?$/.exec(link)?.[1];
  return number ?? null;
}

/** @returns the number named by the first such link among a process's arguments (Windows and Linux hand links over so) */
export function ticketNumberIn(argv: readonly string[]): string | null {
  for (const argument of argv) {
    const number = ticketNumberOf(argument);
    if (number !== null) return number;
  }
  return null;
}
