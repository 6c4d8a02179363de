import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How a channel of an organization stands on this desk; its settings are configuration. */
export const channelStatus = sqliteTable(
  'channel_status',
  {
    organizationId: text('organization_id').notNull(),
    channel: text('channel').notNull(),
    state: text('state').notNull(),
    since: integer('since').notNull(),
    code: text('code'),
    failures: integer('failures').notNull(),
    lastSuccessAt: integer('last_success_at'),
    nextProbeAt: integer('next_probe_at'),
    waitsUntil: integer('waits_until'),
    /** Token bucket. */
    tokens: real('tokens').notNull(),
    tokensAt: integer('tokens_at').notNull(),
    /** When it was last asked for messages of contacts; null: never. */
    inboundAt: integer('inbound_at'),
    /** When WhatsApp's owner is to be asked again how it stands to the Content templates; null: at once. */
    nextApprovalsAt: integer('next_approvals_at'),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.channel] })],
);

/** Secrets of channels, written and never shown. `kept_by`: `keychain`, which sealed the bytes, or `store`. */
export const channelSecret = sqliteTable(
  'channel_secret',
  {
    organizationId: text('organization_id').notNull(),
    channel: text('channel').notNull(),
    name: text('name').notNull(),
    keptBy: text('kept_by').notNull(),
    sealed: blob('sealed', { mode: 'buffer' }).notNull(),
    savedAt: integer('saved_at').notNull(),
    /** When it ends, where whoever gave it out said so. */
    endsAt: integer('ends_at'),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.channel, table.name] })],
);

/** The newest `address_marked` of each address. */
export const addressMark = sqliteTable(
  'address_mark',
  {
    organizationId: text('organization_id').notNull(),
    channel: text('channel').notNull(),
    address: text('address').notNull(),
    mark: text('mark').notNull(),
    markedAt: integer('marked_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.channel, table.address] })],
);

/** What contacts wrote, each once. */
export const inboundMessage = sqliteTable(
  'inbound_message',
  {
    providerSid: text('provider_sid').primaryKey(),
    organizationId: text('organization_id').notNull(),
    channel: text('channel').notNull(),
    address: text('address').notNull(),
    at: integer('at').notNull(),
    /** Ticket that it joined; null where there was none. */
    ticketId: text('ticket_id'),
    /** Only where it joined none: elsewhere the ticket's event has it. */
    text: text('text'),
  },
  (table) => [
    index('inbound_of_address').on(table.address, table.at),
    index('inbound_unjoined')
      .on(table.organizationId, table.at)
      .where(sql`ticket_id IS NULL`),
  ],
);
