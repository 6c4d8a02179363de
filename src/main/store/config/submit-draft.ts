import type { ConfigChange, ConfigThing } from '../../../preload/contract/configuration.ts';
import type { PublishOutcome } from '../../../preload/contract/publishing.ts';
import { failure, success, type Result } from '../../../preload/contract/result.ts';
import { checkDraft, hasErrors, snapshotOf } from '../../domain/publishing/check/check-draft.ts';
import { idOf, organizationIdOf, thingOf } from '../../../preload/contract/config-thing.ts';
import { type Draft, entityOf, inOrder, onlyChanged } from '../../domain/publishing/draft.ts';
import { publishingOf } from '../../domain/publishing/publishing-for.ts';
import { isTouched, organizationsOfDeadlines } from '../../domain/publishing/touched-sorts.ts';
import type { WriteContext } from '../commands/write-context.ts';
import { orderReapply } from '../projection/reapply-orders.ts';
import { sortsOfOpen } from '../projection/ticket-sorts.ts';
import { readConfigRows, Revisions } from './config-rows.ts';
import { readConfigEntities, writeConfigEntity } from './config-table.ts';
import { organizationOfAll } from './proposals.ts';
import { writeEntities } from './write-entities.ts';

type Outcome = Result<PublishOutcome>;

/** @returns what somebody changed since the draft was begun; null when nothing */
export function staleOutcome(changes: readonly ConfigChange[], revisions: Revisions): PublishOutcome | null {
  const stale = revisions.stale(changes);
  if (stale.length === 0) return null;
  const things = stale.map(({ change, setBy }) => ({
    ...thingOf(change),
    savedAt: setBy?.savedAt ?? null,
    savedById: setBy?.savedById ?? null,
  }));
  return { outcome: 'stale', things };
}

/** A new thing must not come to lie in the stream of something else. */
function takenId(changes: readonly ConfigChange[], { log }: WriteContext): PublishOutcome | null {
  const taken = changes.find(({ basedOn, value }) => basedOn === null && 'id' in value && log.hasStream(value.id));
  if (taken === undefined) return null;
  const problem = { severity: 'error' as const, code: 'ID_TAKEN', thing: thingOf(taken), path: 'id', values: {} };
  return { outcome: 'refused', problems: [problem] };
}

/**
 * Takes a draft to what becomes of it: published, proposed, refused, stale or unchanged.
 * @returns ACCESS_DENIED for somebody who may not even propose it
 * Why so: docs/decisions/0007-publishing-proposing-reapplying.md.
 */
export function submitDraft({ changes, reapply, note }: Draft, context: WriteContext): Outcome {
  const { actor, config, db, nowAt } = context;
  const publishing = actor === null ? 'none' : publishingOf(actor, changes, config);
  if (actor === null || publishing === 'none') return failure('ACCESS_DENIED');
  const wrong = staleOutcome(changes, new Revisions(readConfigRows(db))) ?? takenId(changes, context);
  if (wrong !== null) return success(wrong);
  const changed = inOrder(onlyChanged(changes, config));
  if (changed.length === 0 && !reapply) return success({ outcome: 'unchanged' });
  const problems = checkDraft(readConfigEntities(db), changes, nowAt);
  if (hasErrors(problems)) return success({ outcome: 'refused', problems });

  if (publishing === 'immediate') {
    const things = publish(changed, context);
    const reapplying = reapply && askToReapply(changes, actor.id, context);
    if (!reapplying && things.length === 0) return success({ outcome: 'unchanged' });
    return success({ outcome: 'published', things, reapplying, warnings: problems });
  }
  const id = context.newId();
  const organizationId = organizationOfAll(changes.map(organizationIdOf));
  const value = { id, organizationId, authorId: actor.id, proposedAt: nowAt, note, changes, reapply };
  writeConfigEntity(context, { kind: 'proposal_saved', value });
  context.change.directory = true;
  context.nextConfigVersion();
  context.audit.append(nowAt, actor.id, 'configuration_proposed', id);
  return success({ outcome: 'proposed', proposalId: id, warnings: problems });
}

/**
 * Writes what changed, and one line of the audit for each.
 * @param idFor  id of the event that sets a thing; left out: fresh ones
 */
export function publish(
  changed: readonly ConfigChange[],
  context: WriteContext,
  idFor: (thing: ConfigThing) => string = context.newId,
): ConfigThing[] {
  const { nowAt, actorId, audit } = context;
  if (changed.length === 0) return [];
  const ids = new Map(changed.map((change) => [idOf(change), idFor(thingOf(change))]));
  const newId = ({ id }: ConfigThing): string => ids.get(id) ?? context.newId();
  const entities = changed.map((change) => entityOf(change, { publishedAt: nowAt, newId }));
  writeEntities(context, entities, ({ value }) => ids.get(value.id) ?? context.newId());
  for (const change of changed) audit.append(nowAt, actorId, 'configured', idOf(change));
  return changed.map(thingOf);
}

/**
 * Leaves orders to let what was just published count for open tickets.
 * @param orderIdFor  id of an organization's order; left out: fresh ones
 * @returns whether there are any that it concerns
 */
export function askToReapply(
  changes: readonly ConfigChange[],
  actorId: string,
  context: WriteContext,
  orderIdFor: (organizationId: string) => string = context.newId,
): boolean {
  const { db, statements, config: before } = context;
  const after = snapshotOf(readConfigEntities(db));
  let asked = false;
  for (const organizationId of organizationsOfDeadlines(changes)) {
    const sorts = sortsOfOpen(statements, organizationId).filter((sort) =>
      isTouched(sort, organizationId, { changes, before, after }),
    );
    if (sorts.length === 0) continue;
    orderReapply(db, { id: orderIdFor(organizationId), organizationId, sorts, actorId });
    asked = true;
  }
  return asked;
}
