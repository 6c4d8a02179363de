import { v5 } from 'uuid';
import type { ConfigThing } from '../../../preload/contract/configuration.ts';
import type { Verdict } from '../config/proposal.ts';

const NAMESPACE = 'd3f0a1c6-1f5e-4f0d-9a52-7c1f7f2f6b11';

/** Two desks that decide alike write one event. Why: docs/decisions/0007-publishing-proposing-reapplying.md. */
export function decisionIdOf(proposalId: string, verdict: Verdict): string {
  return v5(`${proposalId} ${verdict}`, NAMESPACE);
}

/** @returns id of the order to re-apply that an approval leaves for an organization */
export function approvedOrderIdOf(proposalId: string, organizationId: string): string {
  return v5(`${proposalId} reapply ${organizationId}`, NAMESPACE);
}

/** @returns id of the event by which an order reaches a ticket: once, also where two desks carry the same one out */
export function reappliedIdOf(orderId: string, ticketId: string): string {
  return v5(`${orderId} ${ticketId}`, NAMESPACE);
}

/** @returns id of the event, and so of the version, by which an approval sets a thing */
export function approvedIdOf(proposalId: string, { kind, id }: ConfigThing): string {
  return v5(`${proposalId} ${kind} ${id}`, NAMESPACE);
}
