import type { TicketRow } from '../schema/ticket.ts';
import type { ChangedStretch } from '../worker/protocol.ts';

type Place = Pick<TicketRow, 'id' | 'organizationId' | 'sensitive'>;

/** What a command changed, for the change feed. */
export class ChangeNotes {
  directory = false;
  notices = 0;
  /** Messages that were made, or that something happened to. */
  messages = 0;
  readonly #stretches = new Map<string, { organizationId: string; sensitive: boolean; ticketIds: Set<string> }>();

  /** A changed ticket stood here before, or stands here now: who reads the one or the other is to hear of it. */
  touch({ id, organizationId, sensitive }: Place): void {
    const name = `${organizationId} ${sensitive}`;
    const stretch = this.#stretches.get(name) ?? {
      organizationId,
      sensitive: sensitive === 1,
      ticketIds: new Set<string>(),
    };
    stretch.ticketIds.add(id);
    this.#stretches.set(name, stretch);
  }

  /** @returns every stretch touched, with no more than `most` tickets named in all, and whether more changed */
  told(most: number): { stretches: ChangedStretch[]; many: boolean } {
    let left = most;
    let many = false;
    const stretches = [...this.#stretches.values()].map(({ organizationId, sensitive, ticketIds }) => {
      const named = [...ticketIds].slice(0, left);
      left -= named.length;
      many ||= named.length < ticketIds.size;
      return { organizationId, sensitive, ticketIds: named };
    });
    return { stretches, many };
  }
}
