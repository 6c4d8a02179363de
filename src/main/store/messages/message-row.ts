import type { MessageState } from '../../../preload/contract/messages.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import { wayOf } from '../../domain/messages/happening.ts';
import type { Message, Wanted } from '../../domain/messages/message.ts';
import type { message } from '../schema/message.ts';
import type { Statements } from '../statements.ts';
import { laneOf } from './lanes.ts';

export type MessageRow = typeof message.$inferSelect;
type Value = string | number | null;

/** Columns of a MessageRow, for a SELECT. */
export const messageColumns = `seq, id, organization_id AS organizationId, ticket_id AS ticketId, user_id AS userId, channel,
  address, wanted, due_at AS dueAt, expires_at AS expiresAt, step, reference, state, lane, created_at AS createdAt, tries,
  claim_token AS claimToken, lease_until AS leaseUntil, sending_at AS sendingAt, sent_at AS sentAt, final_at AS finalAt,
  provider_sid AS providerSid, looks, code, next_at AS nextAt, subject, text`;

export function toMessage(row: MessageRow): Message {
  const { id, step, reference, createdAt, tries, claimToken, leaseUntil, sendingAt, sentAt, finalAt } = row;
  const { providerSid, looks, code, nextAt, dueAt, expiresAt } = row;
  return {
    // Written by `insertMessage` alone, from a Wanted.
    ...(JSON.parse(row.wanted) as Wanted),
    dueAt,
    expiresAt,
    id,
    step,
    reference,
    state: row.state as MessageState,
    createdAt,
    tries,
    claimToken,
    leaseUntil,
    sendingAt,
    sentAt,
    finalAt,
    providerSid,
    looks,
    code,
    nextAt,
  };
}

/** @returns undefined for one that is not there */
export function rowById(statements: Statements, id: string): MessageRow | undefined {
  return statements.of<[string], MessageRow>(`SELECT ${messageColumns} FROM message WHERE id = ?`).get(id);
}

function userOf({ recipient }: Wanted): string | null {
  return recipient.kind === 'user' ? recipient.userId : null;
}

const INSERT = `INSERT INTO message (id, organization_id, ticket_id, user_id, channel, address, wanted, due_at, expires_at, step,
  reference, state, lane, created_at, tries, looks, code, next_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)`;

/** @param wanted  what was decided; the message may stand at a later step of it */
export function insertMessage(statements: Statements, message: Message, wanted: Wanted): void {
  const { channel, address } = wayOf(message);
  const { id, organizationId, ticketId, dueAt, expiresAt, step, reference, state, createdAt, code, nextAt } = message;
  statements
    .of<Value[], never>(INSERT)
    .run(
      id,
      organizationId,
      ticketId,
      userOf(message),
      channel,
      address,
      JSON.stringify(wanted),
      dueAt,
      expiresAt,
      step,
      reference,
      state,
      laneOf(message),
      createdAt,
      code,
      nextAt,
    );
}

const UPDATE = `UPDATE message SET state = ?, lane = ?, due_at = ?, expires_at = ?, tries = ?, claim_token = ?, lease_until = ?,
  sending_at = ?, sent_at = ?, final_at = ?, provider_sid = ?, looks = ?, code = ?, next_at = ? WHERE id = ?`;

/** Its recipient is reached in other ways than were decided: nothing else of what was decided changes. */
export function updateWays(statements: Statements, message: Message): void {
  const { channel, address } = wayOf(message);
  statements
    .of<Value[], never>(
      `UPDATE message SET channel = ?, address = ?, step = ?, wanted = json_set(wanted, '$.ways', json(?)) WHERE id = ?`,
    )
    .run(channel, address, message.step, JSON.stringify(message.ways), message.id);
}

/** Where the message stands; what was decided of it does not change by that. */
export function updateMessage(statements: Statements, message: Message): void {
  const { id, state, dueAt, expiresAt, tries, claimToken, leaseUntil, sendingAt, sentAt, finalAt } = message;
  const { providerSid, looks, code, nextAt } = message;
  const times: (Instant | null)[] = [leaseUntil, sendingAt, sentAt, finalAt];
  statements
    .of<Value[], never>(UPDATE)
    .run(state, laneOf(message), dueAt, expiresAt, tries, claimToken, ...times, providerSid, looks, code, nextAt, id);
}
