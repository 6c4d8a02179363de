import type { z } from 'zod';
import type { proposal as proposalForm } from '../../../preload/contract/configuration.ts';
import { standingDecision, type Proposal, type ProposalDecision } from '../../domain/config/proposal.ts';
import type { User } from '../../domain/config/config.ts';
import { thingOf } from '../../../preload/contract/config-thing.ts';
import { mayPublish } from '../../domain/publishing/publishing-for.ts';
import { mayViewConfiguration } from '../../domain/publishing/sight.ts';
import type { ConfigRow, Revisions } from './config-rows.ts';

export type ProposalView = z.output<typeof proposalForm>;
export type KnownProposal = { proposal: Proposal; decision: ProposalDecision | null };

/** All proposals with what stands of them, newest first. */
export function proposalsIn(rows: readonly ConfigRow[]): KnownProposal[] {
  const proposals = rows.flatMap(({ entity }) => (entity.kind === 'proposal_saved' ? [entity.value] : []));
  const decisions = rows.flatMap(({ entity }) => (entity.kind === 'proposal_decided' ? [entity.value] : []));
  const byProposal = Map.groupBy(decisions, ({ proposalId }) => proposalId);
  return proposals
    .map((proposal) => ({ proposal, decision: standingDecision(byProposal.get(proposal.id) ?? []) }))
    .reverse();
}

/** Whoever may publish all of it, and is not its author. Rule: docs/decisions/0007-publishing-proposing-reapplying.md. */
export function mayApprove(viewer: User, { changes, authorId }: Proposal): boolean {
  return viewer.id !== authorId && changes.every((change) => mayPublish(viewer, change));
}

export function maySee(viewer: User, { organizationId, authorId }: Proposal): boolean {
  if (viewer.active && viewer.id === authorId) return true;
  return mayViewConfiguration(viewer, organizationId);
}

/** A proposal as its reader sees it, with what they may do about it. */
export function proposalView(known: KnownProposal, viewer: User, revisions: Revisions): ProposalView {
  const { proposal, decision } = known;
  const isOpen = decision === null;
  const approves = isOpen && mayApprove(viewer, proposal);
  return {
    ...proposal,
    changes: [...proposal.changes],
    state: decision?.verdict ?? 'open',
    decidedById: decision?.byId ?? null,
    decidedAt: decision?.decidedAt ?? null,
    reason: decision?.reason ?? '',
    stale: isOpen ? revisions.stale(proposal.changes).map(({ change }) => thingOf(change)) : [],
    mayApprove: approves,
    mayReject: approves,
    mayWithdraw: isOpen && viewer.active && viewer.id === proposal.authorId,
  };
}

/** Organizations of a draft: one, or null where it touches users or more than one. */
export function organizationOfAll(organizationIds: readonly (string | null)[]): string | null {
  const [first, ...others] = new Set(organizationIds);
  return first === undefined || others.length > 0 ? null : first;
}
