import type { ConfigChange } from '../../../preload/contract/configuration.ts';
import type { Instant } from '../../../preload/contract/values.ts';

/** A draft that another person has to approve: docs/decisions/0007-publishing-proposing-reapplying.md. */
export type Proposal = {
  id: string;
  /** Null where it touches users, or more than one organization. */
  organizationId: string | null;
  authorId: string;
  proposedAt: Instant;
  note: string;
  changes: readonly ConfigChange[];
  /** Whether it is to count for open tickets too. */
  reapply: boolean;
};

export const verdicts = ['approved', 'rejected', 'withdrawn'] as const;
export type Verdict = (typeof verdicts)[number];

/** What somebody decided about a proposal; its id is derived from proposal and verdict. */
export type ProposalDecision = {
  id: string;
  proposalId: string;
  organizationId: string | null;
  verdict: Verdict;
  byId: string;
  decidedAt: Instant;
  reason: string;
};

/**
 * @param decisions  of one proposal, from all desks
 * @returns what stands: an approval published something, so it beats whatever else was decided; null while it is open
 */
export function standingDecision(decisions: readonly ProposalDecision[]): ProposalDecision | null {
  for (const verdict of verdicts) {
    const found = decisions.find((decision) => decision.verdict === verdict);
    if (found !== undefined) return found;
  }
  return null;
}
