import type { ConfigSnapshot } from '../../src/main/domain/config/config-snapshot.ts';
import type { AddressMark, AddressMarks, MessageTerms } from '../../src/main/domain/config/messaging.ts';
import type { Happened } from '../../src/main/domain/messages/contact-news.ts';
import type { Wanted } from '../../src/main/domain/messages/message.ts';
import { wantedOf } from '../../src/main/domain/messages/outward.ts';
import { engineEventId } from '../../src/main/domain/ticket/engine-ids.ts';
import type { EngineEvent, EventOf, HumanEvent, NewEvent, TicketEvent } from '../../src/main/domain/ticket/events.ts';
import { TicketRun } from '../../src/main/domain/ticket/ticket-run.ts';
import { city, creation, people, stampAt, T0, uid } from './centre.ts';

/** Thandi, who can be reached on every channel. */
export const contact = {
  name: 'Thandi Vlakwater',
  phone: '082 123 4567',
  email: 'thandi@example.org',
  language: 'zu',
} as const;

export const noMarks: AddressMarks = { of: () => undefined };

/** Every address of that channel bears the mark. */
export function marked(channel: string, mark: AddressMark['mark']): AddressMarks {
  return { of: (_organizationId, on) => (on === channel ? mark : undefined) };
}

/** The centre's city with these terms of its messages; never quiet unless they say so. */
export function withTerms(config: ConfigSnapshot, terms: Partial<MessageTerms> = {}): ConfigSnapshot {
  const organization = config.organization(city);
  if (organization === undefined) throw new Error('the centre has no city');
  const messages = { quietHours: { from: '00:00', until: '00:00' }, ...terms };
  return config.with([{ kind: 'organization_saved', value: { ...organization, messages } }]);
}

/** How a reader of the city wishes to be told. */
export function reads(
  config: ConfigSnapshot,
  id: string,
  settings: { email?: string; phone?: string; ways?: Record<string, ('desktop' | 'email' | 'sms' | 'whatsapp')[]> },
): ConfigSnapshot {
  const value = { id, email: '', phone: '', ways: {}, quietHours: null, ...settings };
  return config.with([{ kind: 'reader_settings_saved', value }]);
}

/** One ticket, and what goes out because of what happens to it. */
export class Outward {
  nowAt = T0;
  happened: readonly Happened[] = [];
  readonly #config: ConfigSnapshot;
  readonly #marks: AddressMarks;
  readonly #stamp = stampAt(() => this.nowAt);
  #log: TicketEvent[] = [];
  #ids = 20_000;

  constructor(config: ConfigSnapshot, parts: Partial<EventOf<'ticket_created'>['body']> = {}, marks = noMarks) {
    this.#config = config;
    this.#marks = marks;
    this.does(creation({ contact, ...parts }));
  }

  get wanted(): readonly Wanted[] {
    return wantedOf(this.happened, this.#config, this.#marks, this.nowAt);
  }

  /** What the contact is to hear, as `kind status`. */
  get toContact(): string[] {
    const said = this.wanted.filter(({ recipient }) => recipient.kind === 'contact');
    return said.map(({ kind, facts }) => [kind, facts['status']].filter((word) => word !== undefined).join(' '));
  }

  at(instant: number): this {
    this.nowAt = instant;
    return this;
  }

  /** Deeds in one transaction. */
  does(...deeds: (HumanEvent | EngineEvent)[]): this {
    return this.#run(
      deeds.map((deed) => ({
        id: uid(++this.#ids),
        ticketId: uid(7),
        occurredAt: this.nowAt,
        actorId: people.agent,
        ...deed,
      })),
    );
  }

  /** The engine looks. */
  wakesAt(instant: number): this {
    return this.at(instant).#run([]);
  }

  status(
    status: 'open' | 'in_progress' | 'pending' | 'resolved' | 'closed',
    more: { thank?: boolean; disposition?: 'duplicate' | 'transferred' } = {},
  ): this {
    const { disposition = null, ...thank } = more;
    return this.does({ kind: 'status_changed', body: { status, reason: '', disposition, ...thank } });
  }

  #run(decided: NewEvent[]): this {
    const run = new TicketRun(this.#log, { config: this.#config, stamp: this.#stamp, engineId: engineEventId });
    for (const event of decided) run.add(event);
    run.workOff((at) => at <= this.nowAt, this.nowAt);
    this.#log = [...this.#log, ...run.added];
    this.happened = run.happened;
    return this;
  }
}
