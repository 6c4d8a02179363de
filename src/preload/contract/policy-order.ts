import type { Instant } from './values.ts';

/** Fields that a policy or rule may name, the strongest first. */
export const conditionFields = ['kind', 'category', 'severity', 'priority'] as const;
type Field = (typeof conditionFields)[number];

type Ranked = { match: Readonly<Record<Field, string | null>>; publishedAt: Instant; id: string };

/** @returns whether every field that is named equals the ticket's */
export function conditionsHold(
  conditions: Readonly<Record<Field, string | null>>,
  ticket: Readonly<Record<Field, string>>,
): boolean {
  for (const field of conditionFields) {
    if (conditions[field] !== null && conditions[field] !== ticket[field]) return false;
  }
  return true;
}

/** How specific a policy is: first by how many fields it names, then by which, left strongest. */
function specificity({ match }: Ranked): number {
  const named = conditionFields.map((field) => match[field] !== null);
  const count = named.filter(Boolean).length;
  const order = named.reduce((bits, isNamed) => bits * 2 + (isNamed ? 1 : 0), 0);
  return count * 16 + order;
}

/**
 * Order of policies that fit the same ticket, the winner first; ties by newest publication, then by id so that every desk
 * decides alike. The rules decide by it and the grid of the administration is drawn by it, so that none shows what the other
 * does not do. Rule: product.md, SLA 1.
 */
export function byPrecedence(a: Ranked, b: Ranked): number {
  return specificity(b) - specificity(a) || b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1);
}
