import { failure, success } from '../../../preload/contract/result.ts';
import type { Verdict } from '../../domain/config/proposal.ts';
import type { User } from '../../domain/config/config.ts';
import { checkDraft, hasErrors } from '../../domain/publishing/check/check-draft.ts';
import { inOrder, onlyChanged } from '../../domain/publishing/draft.ts';
import { approvedIdOf, approvedOrderIdOf, decisionIdOf } from '../../domain/publishing/proposal-ids.ts';
import { readConfigRows, Revisions } from '../config/config-rows.ts';
import { readConfigEntities, writeConfigEntity } from '../config/config-table.ts';
import { mayApprove, maySee, proposalsIn, type KnownProposal } from '../config/proposals.ts';
import { askToReapply, publish, staleOutcome } from '../config/submit-draft.ts';
import type { AuditKind } from '../audit/audit-log.ts';
import type { Command, WriteContext } from './write-context.ts';

type Proposal = KnownProposal['proposal'];

const verdictOf = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const;
const auditKinds: Readonly<Record<Verdict, AuditKind>> = {
  approved: 'configuration_approved',
  rejected: 'configuration_rejected',
  withdrawn: 'configuration_withdrawn',
};

function record(
  context: WriteContext,
  { id, organizationId }: Proposal,
  verdict: Verdict,
  by: User,
  reason: string,
): void {
  const decisionId = decisionIdOf(id, verdict);
  const value = {
    id: decisionId,
    proposalId: id,
    organizationId,
    verdict,
    byId: by.id,
    decidedAt: context.nowAt,
    reason,
  };
  writeConfigEntity(context, { kind: 'proposal_decided', value });
  context.change.directory = true;
  context.nextConfigVersion();
  context.audit.append(context.nowAt, by.id, auditKinds[verdict], id);
}

/** Publishes exactly what was proposed, or says why that is no more what was meant. */
function approve(
  context: WriteContext,
  proposal: Proposal,
  by: User,
  reason: string,
): ReturnType<Command<'decide-proposal'>> {
  const { db, config, nowAt } = context;
  const { id, changes, reapply } = proposal;
  const stale = staleOutcome(changes, new Revisions(readConfigRows(db)));
  if (stale !== null) return success(stale);
  const problems = checkDraft(readConfigEntities(db), changes, nowAt);
  if (hasErrors(problems)) return success({ outcome: 'refused', problems });
  const things = publish(inOrder(onlyChanged(changes, config)), context, (thing) => approvedIdOf(id, thing));
  record(context, proposal, 'approved', by, reason);
  const reapplying =
    reapply && askToReapply(changes, by.id, context, (organizationId) => approvedOrderIdOf(id, organizationId));
  return success({ outcome: 'published', things, reapplying, warnings: problems });
}

/** Another person's word on a proposal, or its author's to take it back. */
export const decideProposal: Command<'decide-proposal'> = ({ proposalId, verdict, reason }, context) => {
  const { actor, db } = context;
  if (actor === null) return failure('ACCESS_DENIED');
  const known = proposalsIn(readConfigRows(db)).find(({ proposal }) => proposal.id === proposalId);
  if (known === undefined || !maySee(actor, known.proposal)) return failure('NOT_FOUND', { what: 'proposal' });
  const { proposal, decision } = known;
  if (decision !== null) return failure('ALREADY_DECIDED');
  const isAllowed = verdict === 'withdraw' ? actor.id === proposal.authorId : mayApprove(actor, proposal);
  if (!actor.active || !isAllowed) return failure('ACCESS_DENIED');
  if (verdict === 'approve') return approve(context, proposal, actor, reason);
  if (verdict === 'reject' && reason === '')
    return failure('BAD_INPUT', { key: 'reason', why: 'say why it is rejected' });
  record(context, proposal, verdictOf[verdict], actor, reason);
  return success({ outcome: verdictOf[verdict] });
};
