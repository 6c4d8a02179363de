import type { ConfigChange } from '../../../preload/contract/configuration.ts';
import { mayIn, mayInStore } from '../access/access.ts';
import type { ConfigSnapshot } from '../config/config-snapshot.ts';
import type { RoleGrant, User } from '../config/config.ts';
import { organizationIdOf } from '../../../preload/contract/config-thing.ts';

/** `immediate`: published at once; `approval`: another person approves first; `none`: not allowed. */
export type Publishing = 'immediate' | 'approval' | 'none';

function grantsDiffer(organizationId: string, before: readonly RoleGrant[], after: readonly RoleGrant[]): boolean {
  const held = (grants: readonly RoleGrant[]): string =>
    JSON.stringify(
      grants
        .filter((grant) => grant.organizationId === organizationId)
        .map(({ role, order }) => `${role} ${order}`)
        .sort(),
    );
  return held(before) !== held(after);
}

/** Whether the change is the affair of an organization that wants every change approved. */
function touchesWatched(change: ConfigChange, config: ConfigSnapshot): boolean {
  for (const { id, secondApprover } of config.organizations()) {
    if (secondApprover !== true) continue;
    if (organizationIdOf(change) === id) return true;
    if (change.kind !== 'user') continue;
    const { grants, active } = config.user(change.value.id) ?? { grants: [], active: true };
    const holds = grants.some(({ organizationId }) => organizationId === id);
    if (grantsDiffer(id, grants, change.value.grants) || (holds && active !== change.value.active)) return true;
  }
  return false;
}

function givesClearance(change: ConfigChange, config: ConfigSnapshot): boolean {
  if (change.kind !== 'user') return false;
  const had = config.user(change.value.id)?.clearedFor ?? [];
  return change.value.clearedFor.some((organizationId) => !had.includes(organizationId));
}

/** Whether a draft takes a second person, whoever writes it. Rule: product.md, Who may do what (clearance). */
export function needsApproval(changes: readonly ConfigChange[], config: ConfigSnapshot): boolean {
  return changes.some((change) => touchesWatched(change, config) || givesClearance(change, config));
}

/** Roles of an organization propose what belongs to it; users are the store's. */
function mayPropose(actor: User, change: ConfigChange, config: ConfigSnapshot): boolean {
  const organizationId = organizationIdOf(change);
  if (organizationId === null || config.organization(organizationId) === undefined) return false;
  return mayIn(actor, 'propose_configuration', organizationId);
}

export function mayPublish(actor: User, change: ConfigChange): boolean {
  return mayInStore(actor, change.kind === 'user' ? 'manage_users' : 'configure');
}

/** What comes of it when this person publishes this draft. Rule: product.md, Who may do what. */
export function publishingOf(actor: User, changes: readonly ConfigChange[], config: ConfigSnapshot): Publishing {
  if (changes.every((change) => mayPublish(actor, change)))
    return needsApproval(changes, config) ? 'approval' : 'immediate';
  return changes.every((change) => mayPublish(actor, change) || mayPropose(actor, change, config))
    ? 'approval'
    : 'none';
}

/** Whether somebody may publish or propose anything at all. */
export function mayProposeAny(actor: User, config: ConfigSnapshot): boolean {
  if (mayInStore(actor, 'configure')) return true;
  return [...config.organizations()].some(({ id }) => mayIn(actor, 'propose_configuration', id));
}
