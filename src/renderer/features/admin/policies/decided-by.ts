import type { Configuration } from '../../../../preload/contract/configuration.ts';
import { byPrecedence, conditionsHold } from '../../../../preload/contract/policy-order.ts';
import type { Priority, Profile, Severity, TicketKind } from '../../../../preload/contract/values.ts';
import { gradeList } from '../../../ui/value-lists.ts';
import type { ValueOf } from '../frame/things.ts';
import type { ThingView } from '../frame/views.ts';

export type PolicyView = ThingView<'policy'>;
type Policy = ValueOf<'policy'>;

/** Which sort of tickets the grid is drawn for; null: those of a kind or category that no policy names. */
export type Sort = { kind: TicketKind | null; category: string | null };
/** What decides a cell; a hole has no policy of the organization and falls to the product's own. */
export type Decided = { severity: Severity; priority: Priority; policy: PolicyView | null; value: Policy };

/** No ticket is of this kind or category, so nothing that names one fits. */
const other = '';

/** One that is not published yet is newer than all that are. */
function ranked(view: PolicyView): { view: PolicyView; match: Policy['match']; publishedAt: number; id: string } {
  const [current] = view.versions;
  const publishedAt = view.state === 'published' && current !== undefined ? current.savedAt : Number.MAX_SAFE_INTEGER;
  return { view, match: view.value.match, publishedAt, id: current?.revision ?? view.id };
}

function defaultFor(config: Configuration, profile: Profile, ticket: Record<'severity', Severity>): Policy | null {
  const own = config.defaultPolicies.filter((policy) => policy.profile === profile);
  return own.find(({ match }) => match.severity === null || match.severity === ticket.severity) ?? null;
}

/** Every cell of the grid, the worst first. Rule: product.md, SLA 1. */
export function decidedCells(
  config: Configuration,
  profile: Profile,
  policies: readonly PolicyView[],
  sort: Sort,
): Decided[] {
  const active = policies
    .filter(({ value }) => value.active)
    .map(ranked)
    .toSorted(byPrecedence);
  const grades = gradeList.toReversed();
  return grades.flatMap((severity) =>
    grades.flatMap((priority): Decided[] => {
      const ticket = { kind: sort.kind ?? other, category: sort.category ?? other, severity, priority };
      const policy = active.find(({ match }) => conditionsHold(match, ticket))?.view ?? null;
      const value = policy?.value ?? defaultFor(config, profile, ticket);
      return value === null ? [] : [{ severity, priority, policy, value }];
    }),
  );
}
