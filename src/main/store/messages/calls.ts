import type { Instant } from '../../../preload/contract/values.ts';
import type { Statements } from '../statements.ts';

/** By which claim a message was handed to the network. */
type Call = { id: string; token: string };

/** Committed before the network hears of it: an answer is known by it however late it comes. */
export function noteCall(statements: Statements, { id, token }: Call, nowAt: Instant): void {
  statements
    .of<[string, string, number], never>('INSERT INTO message_call (message_id, token, at) VALUES (?, ?, ?)')
    .run(id, token, nowAt);
}

export function isCall(statements: Statements, { id, token }: Call): boolean {
  const find = statements.of<[string, string], unknown>(
    'SELECT 1 FROM message_call WHERE message_id = ? AND token = ?',
  );
  return find.get(id, token) !== undefined;
}

/** What the provider called it, for good: no other message is ever taken for it. */
export function nameCall(statements: Statements, { id, token }: Call, providerSid: string): void {
  statements
    .of<[string, string, string], never>(
      'UPDATE OR IGNORE message_call SET provider_sid = ? WHERE message_id = ? AND token = ?',
    )
    .run(providerSid, id, token);
}

/** The same of what was found at the provider: it is the newest try that has no name there yet. */
export function nameFound(statements: Statements, id: string, providerSid: string): void {
  const newest = statements.of<[string], { token: string }>(
    'SELECT token FROM message_call WHERE message_id = ? AND provider_sid IS NULL ORDER BY seq DESC LIMIT 1',
  );
  const token = newest.get(id)?.token;
  if (token !== undefined) nameCall(statements, { id, token }, providerSid);
}

/** @returns whether it is the name of a message of ours, of whichever try */
export function isOurs(statements: Statements, providerSid: string): boolean {
  const find = statements.of<[string], unknown>('SELECT 1 FROM message_call WHERE provider_sid = ?');
  return find.get(providerSid) !== undefined;
}

/** @returns what the provider called each try of it, oldest first */
export function providerSidsOf(statements: Statements, id: string): string[] {
  return statements
    .of<[string], { providerSid: string }>(
      `SELECT provider_sid AS providerSid FROM message_call WHERE message_id = ? AND provider_sid IS NOT NULL ORDER BY seq`,
    )
    .all(id)
    .map(({ providerSid }) => providerSid);
}
