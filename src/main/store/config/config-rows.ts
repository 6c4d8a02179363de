import type Database from 'better-sqlite3';
import type { ConfigChange, ConfigThing } from '../../../preload/contract/configuration.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { ConfigEntity } from '../../domain/config/config.ts';
import { thingOf } from '../../../preload/contract/config-thing.ts';

/** The event that set something. */
export type SetBy = { revision: string; savedAt: Instant; savedById: string | null };
export type ConfigRow = { entity: ConfigEntity; setBy: SetBy };

type Row = SetBy & { kind: string; value: string };

/** Everything configured, in the order of the log, and who set it when. */
export function readConfigRows(db: Database.Database): ConfigRow[] {
  return db
    .prepare<[], Row>(
      `SELECT c.kind, c.value, c.event_id AS revision, e.occurred_at AS savedAt, e.actor_id AS savedById
       FROM config_entity c JOIN event e ON e.stream_id = c.id AND e.id = c.event_id ORDER BY c.at, c.event_id`,
    )
    .all()
    .map(({ kind, value, ...setBy }) => ({
      // Written by `writeConfigEntity` alone.
      entity: { kind, value: JSON.parse(value) as unknown } as ConfigEntity,
      setBy,
    }));
}

function thingOfEntity({ kind, value }: ConfigEntity): ConfigThing | null {
  switch (kind) {
    case 'organization_saved':
      return { kind: 'organization', id: value.id };
    case 'team_saved':
      return { kind: 'team', id: value.id };
    case 'user_saved':
      return { kind: 'user', id: value.id };
    case 'policy_published':
      return { kind: 'policy', id: value.policyId };
    case 'rule_published':
      return { kind: 'rule', id: value.ruleId };
    case 'calendar_published':
      return { kind: 'calendar', id: value.calendarId };
    case 'template_published':
      return { kind: 'template', id: value.templateId };
    default:
      return null;
  }
}

const nameOf = ({ kind, id }: ConfigThing): string => `${kind} ${id}`;

/** What last set each thing. */
export class Revisions {
  readonly #byThing = new Map<string, SetBy>();

  constructor(rows: readonly ConfigRow[]) {
    for (const { entity, setBy } of rows) {
      const thing = thingOfEntity(entity);
      if (thing !== null) this.#byThing.set(nameOf(thing), setBy);
    }
  }

  of(thing: ConfigThing): SetBy | null {
    return this.#byThing.get(nameOf(thing)) ?? null;
  }

  /** @returns changes whose thing was set by another event than the draft rests on */
  stale(changes: readonly ConfigChange[]): { change: ConfigChange; setBy: SetBy | null }[] {
    return changes
      .map((change) => ({ change, setBy: this.of(thingOf(change)) }))
      .filter(({ change, setBy }) => (setBy?.revision ?? null) !== change.basedOn);
  }
}
