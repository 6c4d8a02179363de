import type { ConfigSnapshot } from '../../config/config-snapshot.ts';
import { folded } from '../check/common.ts';

/** Names in place of ids, of one configuration. */
export class Names {
  readonly #config: ConfigSnapshot;

  constructor(config: ConfigSnapshot) {
    this.#config = config;
  }

  user(id: string): string {
    return this.#config.user(id)?.userName ?? id;
  }

  calendar(organizationId: string, id: string): string {
    return this.#config.currentCalendars(organizationId).find(({ calendarId }) => calendarId === id)?.name ?? id;
  }
}

/** The same order on every machine, whatever its language. */
export function byName<T>(nameOf: (thing: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [x, y] = [folded(nameOf(a)), folded(nameOf(b))];
    return x === y ? 0 : x < y ? -1 : 1;
  };
}
