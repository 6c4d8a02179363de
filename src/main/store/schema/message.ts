import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * The outbox: one row per message and way, with where it stands. What was decided of it is one JSON value; columns are what
 * is looked for. No part of the log: another desk makes the same rows from the same events.
 */
export const message = sqliteTable(
  'message',
  {
    seq: integer('seq').primaryKey(),
    id: text('id').notNull(),
    organizationId: text('organization_id').notNull(),
    ticketId: text('ticket_id'),
    /** Of the recipient; null for a contact. */
    userId: text('user_id'),
    channel: text('channel').notNull(),
    address: text('address').notNull(),
    /** JSON: a `Wanted`. Facts and names are blanked when its ticket becomes sensitive. */
    wanted: text('wanted').notNull(),
    dueAt: integer('due_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    step: integer('step').notNull(),
    reference: text('reference').notNull(),
    state: text('state').notNull(),
    /** Who has to look at it: see `messages/lanes.ts`. */
    lane: integer('lane').notNull(),
    createdAt: integer('created_at').notNull(),
    tries: integer('tries').notNull(),
    claimToken: text('claim_token'),
    leaseUntil: integer('lease_until'),
    sendingAt: integer('sending_at'),
    sentAt: integer('sent_at'),
    finalAt: integer('final_at'),
    providerSid: text('provider_sid'),
    looks: integer('looks').notNull(),
    code: text('code'),
    nextAt: integer('next_at'),
    /** As it left; null before. */
    subject: text('subject'),
    text: text('text'),
  },
  (table) => [
    uniqueIndex('message_by_id').on(table.id),
    index('message_next')
      .on(table.organizationId, table.channel, table.lane, table.nextAt)
      .where(sql`next_at IS NOT NULL`),
    index('message_of_ticket')
      .on(table.ticketId)
      .where(sql`ticket_id IS NOT NULL`),
    uniqueIndex('message_of_provider')
      .on(table.providerSid)
      .where(sql`provider_sid IS NOT NULL`),
    // Whom somebody answers, and how long ago they last heard from us.
    index('message_that_left')
      .on(table.address, table.sendingAt)
      .where(sql`sending_at IS NOT NULL`),
    index('message_bundled')
      .on(table.userId)
      .where(sql`user_id IS NOT NULL AND state = 'queued'`),
    index('message_in_trouble')
      .on(table.organizationId)
      .where(sql`state IN ('failed', 'unknown', 'held', 'expired', 'suppressed')`),
  ],
);

/** What a message tells of: each event, recipient, channel and step once, whichever message it went in. */
export const messageCause = sqliteTable(
  'message_cause',
  {
    id: text('id').primaryKey(),
    messageId: text('message_id').notNull(),
    ticketId: text('ticket_id'),
    /** JSON: the `Wanted` of one that joined a message which was waiting already; null for the message's own. */
    joined: text('joined'),
  },
  (table) => [
    index('message_cause_joined')
      .on(table.messageId)
      .where(sql`joined IS NOT NULL`),
    index('message_cause_of_ticket')
      .on(table.ticketId)
      .where(sql`joined IS NOT NULL`),
  ],
);

/** Every step of a message, in order; only appended to. */
export const messageTry = sqliteTable(
  'message_try',
  {
    seq: integer('seq').primaryKey(),
    messageId: text('message_id').notNull(),
    at: integer('at').notNull(),
    what: text('what').notNull(),
    state: text('state').notNull(),
    code: text('code'),
    actorId: text('actor_id'),
  },
  (table) => [index('message_try_of_message').on(table.messageId)],
);

/**
 * Every time that the network was asked to take a message, before it was asked. What the provider called it is kept for good:
 * a later try has another name, and the earlier one is still this message's and no other's.
 */
export const messageCall = sqliteTable(
  'message_call',
  {
    seq: integer('seq').primaryKey(),
    messageId: text('message_id').notNull(),
    /** Of the claim by which it was sent: an answer is known by it, however late it comes. */
    token: text('token').notNull(),
    at: integer('at').notNull(),
    providerSid: text('provider_sid'),
  },
  (table) => [
    index('message_call_of_message').on(table.messageId),
    uniqueIndex('message_call_of_provider')
      .on(table.providerSid)
      .where(sql`provider_sid IS NOT NULL`),
  ],
);
