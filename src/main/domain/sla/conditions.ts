import type { Conditions } from '../config/config.ts';
import type { TicketFields } from '../ticket/events.ts';

/** Fields that a policy or rule may name, the strongest first. */
export const conditionFields = ['kind', 'category', 'severity', 'priority'] as const;

export type Matched = Pick<TicketFields, (typeof conditionFields)[number]>;

/** @returns whether every field that is named equals the ticket's */
export function conditionsHold(conditions: Conditions, ticket: Matched): boolean {
  for (const field of conditionFields) {
    if (conditions[field] !== null && conditions[field] !== ticket[field]) return false;
  }
  return true;
}
