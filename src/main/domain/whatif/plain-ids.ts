import type { EngineEventId } from '../ticket/engine-ids.ts';

type Made = { clockId: string; kind: string; detail: string | number; id: string };

/**
 * Ids of one replayed ticket's engine events: the same for the same doing and unique within the ticket, which is all that
 * a replay needs of them; the real ones take a hash each. So few that looking through them costs less than a map.
 */
export class PlainIds {
  readonly #made: Made[] = [];
  readonly #known: string[] = [];

  readonly idOf: EngineEventId = (_ticketId, clockId, kind, detail) => {
    for (const made of this.#made) {
      if (made.detail === detail && made.kind === kind && made.clockId === clockId) return made.id;
    }
    // Short: a long text that is put together is copied when it is first compared.
    const id = `engine ${this.#made.length}`;
    this.#made.push({ clockId, kind, detail, id });
    return id;
  };

  /** Whether it has been done: it cannot be done again. */
  readonly isKnown = (id: string): boolean => this.#known.includes(id);

  know(id: string): void {
    this.#known.push(id);
  }
}
