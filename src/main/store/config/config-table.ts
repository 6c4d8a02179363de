import type Database from 'better-sqlite3';
import { ConfigSnapshot } from '../../domain/config/config-snapshot.ts';
import type { ConfigEntity } from '../../domain/config/config.ts';
import { noticeId } from '../../domain/ticket/engine-ids.ts';
import type { WriteContext } from '../commands/write-context.ts';

/** Everything configured, in the order of the log. */
export function readConfigEntities(db: Database.Database): ConfigEntity[] {
  return (
    db
      .prepare<[], { kind: string; value: string }>('SELECT kind, value FROM config_entity ORDER BY at, event_id')
      .all()
      // Written by `writeConfigEntity` alone.
      .map(({ kind, value }) => ({ kind, value: JSON.parse(value) as unknown }) as ConfigEntity)
  );
}

export function loadConfig(db: Database.Database): ConfigSnapshot {
  const snapshot = new ConfigSnapshot();
  for (const entity of readConfigEntities(db)) snapshot.apply(entity);
  return snapshot;
}

function organizationOf(entity: ConfigEntity): string | null {
  if (entity.kind === 'organization_saved') return entity.value.id;
  return 'organizationId' in entity.value ? entity.value.organizationId : null;
}

/** What is published in versions: named by its event's id, and all kept, since tickets name them. */
const versions: ReadonlySet<ConfigEntity['kind']> = new Set([
  'policy_published',
  'rule_published',
  'calendar_published',
  'template_published',
  // Neither is ever saved a second time: two desks that write one write the same.
  'proposal_saved',
  'proposal_decided',
]);

/** A reader's settings have their reader's id, which the user's own row has already. */
function streamOf({ kind, value }: ConfigEntity): string {
  return kind === 'reader_settings_saved' ? noticeId(value.id, value.id, kind) : value.id;
}

/**
 * Appends the event and makes the newest value current.
 * @param eventId  of what has no versions; left out: a fresh one
 */
export function writeConfigEntity(context: WriteContext, entity: ConfigEntity, eventId?: string): void {
  const { kind, value } = entity;
  const id = versions.has(kind) ? value.id : (eventId ?? context.newId());
  const organizationId = organizationOf(entity);
  const place = context.place();
  const { nowAt, actorId } = context;
  const streamId = streamOf(entity);
  context.log.append({ id, kind, body: value, occurredAt: nowAt, actorId, ...place }, streamId, organizationId);
  context.db
    .prepare(
      `INSERT INTO config_entity (id, kind, organization_id, value, at, event_id) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = excluded.value, organization_id = excluded.organization_id, at = excluded.at,
         event_id = excluded.event_id`,
    )
    .run(streamId, kind, organizationId, JSON.stringify(value), place.at, id);
}
