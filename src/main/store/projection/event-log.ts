import type Database from 'better-sqlite3';
import type { TicketEvent } from '../../domain/ticket/events.ts';

type StoredEvent = {
  id: string;
  streamId: string;
  organizationId: string | null;
  kind: string;
  body: string;
  occurredAt: number;
  at: number;
  deskId: string;
  actorId: string | null;
  v: number;
};

/** What a ticket's and a configured thing's event have in common. */
type LogEvent = Omit<StoredEvent, 'streamId' | 'organizationId' | 'body'> & { body: unknown };

const COLUMNS = `event.id, stream_id AS streamId, organization_id AS organizationId, kind, body, occurred_at AS occurredAt, at,
  desk_id AS deskId, actor_id AS actorId, v`;

function toTicketEvent(row: StoredEvent): TicketEvent {
  const { id, streamId, kind, occurredAt, at, deskId, actorId, v } = row;
  // The log holds what `transact` gave, form `v`; a kind of a later release is kept as it came and folds to nothing.
  return {
    id,
    ticketId: streamId,
    kind,
    body: JSON.parse(row.body) as unknown,
    occurredAt,
    at,
    deskId,
    actorId,
    v,
  } as TicketEvent;
}

/** The log of one store: read by stream, only ever appended to. */
export class EventLog {
  readonly #ofStream: Database.Statement<[string], StoredEvent>;
  readonly #ofStreams: Database.Statement<[string], StoredEvent>;
  readonly #streamOf: Database.Statement<[string], string>;
  readonly #hasStream: Database.Statement<[string]>;
  readonly #append: Database.Statement<(string | number | null)[]>;

  constructor(db: Database.Database) {
    this.#ofStream = db.prepare(`SELECT ${COLUMNS} FROM event WHERE stream_id = ?`);
    this.#ofStreams = db.prepare(
      `SELECT ${COLUMNS} FROM json_each(?) AS asked CROSS JOIN event ON stream_id = asked.value`,
    );
    this.#streamOf = db
      .prepare<[string], string>('SELECT stream_id FROM event WHERE id = ? AND actor_id IS NOT NULL')
      .pluck();
    this.#hasStream = db.prepare('SELECT 1 FROM event WHERE stream_id = ?');
    this.#append = db.prepare(
      `INSERT INTO event (id, stream_id, organization_id, kind, body, occurred_at, at, desk_id, actor_id, v)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  /** In no particular order: the fold sorts, and every desk the same way. */
  ofTicket(ticketId: string): TicketEvent[] {
    return this.#ofStream.all(ticketId).map(toTicketEvent);
  }

  /** The same of many, by one statement: half of what one for each costs. A ticket without events has no entry. */
  ofTickets(ticketIds: readonly string[]): ReadonlyMap<string, TicketEvent[]> {
    const logs = new Map<string, TicketEvent[]>();
    for (const row of this.#ofStreams.all(JSON.stringify(ticketIds))) {
      const log = logs.get(row.streamId);
      if (log === undefined) logs.set(row.streamId, [toTicketEvent(row)]);
      else log.push(toTicketEvent(row));
    }
    return logs;
  }

  hasStream(streamId: string): boolean {
    return this.#hasStream.get(streamId) !== undefined;
  }

  /** @returns the ticket or configured thing that a person's event belongs to; null for the engine's, which nobody undoes */
  streamOf(eventId: string): string | null {
    return this.#streamOf.get(eventId) ?? null;
  }

  /** @param organizationId  null for what belongs to none: a user */
  append(event: LogEvent, streamId: string, organizationId: string | null): void {
    this.#append.run(
      event.id,
      streamId,
      organizationId,
      event.kind,
      JSON.stringify(event.body),
      event.occurredAt,
      event.at,
      event.deskId,
      event.actorId,
      event.v,
    );
  }
}
