import type { Derived } from '../../../preload/contract/explain.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { PolicyVersion } from '../config/config.ts';
import { conditionFields, type Matched } from '../sla/conditions.ts';
import { isBuiltIn, mismatches, namedIn } from './refs.ts';

type Lost = Derived['policy']['others'][number]['lost'];
type Contest = { policy: PolicyVersion; winner: PolicyVersion; ticket: Matched; matchedAt: Instant };

/** It would have won: whoever matched the ticket did not know of it. */
const unknownThen: Lost = { why: 'not_known_then' };

/** Reasons that hold whatever the winner names; the first that holds is told. */
const excludedBy: readonly ((contest: Contest) => Lost | null)[] = [
  ({ policy, winner }) => (policy.policyId === winner.policyId ? { why: 'newer_version' } : null),
  ({ policy }) => (policy.active ? null : { why: 'inactive' }),
  ({ policy, ticket }) => {
    const fields = mismatches(policy.match, ticket);
    return fields.length === 0 ? null : { why: 'condition', fields };
  },
  ({ policy, matchedAt }) => (policy.publishedAt > matchedAt ? { why: 'published_later' } : null),
  ({ winner }) => (isBuiltIn(winner) ? unknownThen : null),
];

/** The order in which policies that all fit are compared, as `sla/policy-match.ts` does. */
const comparedBy: readonly ((contest: Contest) => Lost | null)[] = [
  ({ policy, winner }) => {
    const names = namedIn(policy.match).length;
    const winnerNames = namedIn(winner.match).length;
    if (names === winnerNames) return null;
    return names < winnerNames ? { why: 'less_specific', names, winnerNames } : unknownThen;
  },
  ({ policy, winner }) => {
    const field = conditionFields.find((each) => (policy.match[each] === null) !== (winner.match[each] === null));
    if (field === undefined) return null;
    return policy.match[field] === null ? { why: 'weaker_field', winnerField: field } : unknownThen;
  },
  ({ policy, winner }) => {
    if (policy.publishedAt === winner.publishedAt) return null;
    return policy.publishedAt < winner.publishedAt
      ? { why: 'older', winnerPublishedAt: winner.publishedAt }
      : unknownThen;
  },
  ({ policy, winner }) => (policy.id > winner.id ? { why: 'same_but_id' } : unknownThen),
];

/**
 * Why a policy does not decide a ticket that another one decides.
 * @param matchedAt  when the policies were last looked through for it
 * Rule: product.md, SLA 1: the most specific wins; ties by the order of the fields, then by newest.
 */
export function whyLost(contest: Contest): Lost {
  for (const reason of [...excludedBy, ...comparedBy]) {
    const lost = reason(contest);
    if (lost !== null) return lost;
  }
  return unknownThen;
}
