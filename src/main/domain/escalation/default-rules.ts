import type { Instant, Profile } from '../../../preload/contract/values.ts';
import type { Conditions, RuleTarget, RuleTrigger, RuleVersion } from '../config/config.ts';

type RuleRow = { level: number; trigger: RuleTrigger; target: RuleTarget };

const any: Conditions = { kind: null, category: null, severity: null, priority: null };

/**
 * What escalates in an organization of each profile until somebody configures otherwise: seed A's one step to the team's
 * manager, and seed B's example matrix. Its level 2 waits on a first reminder, which the hospital's default policies send.
 */
export const defaultRuleRows: Readonly<Record<Profile, readonly RuleRow[]>> = {
  municipal: [
    { level: 1, trigger: { kind: 'resolution_breach', hours: 0, elapsed: false }, target: { kind: 'team_manager' } },
  ],
  hospital: [
    {
      level: 1,
      trigger: { kind: 'resolution_breach', hours: 0, elapsed: false },
      target: { kind: 'role', role: 'department_manager' },
    },
    {
      level: 2,
      trigger: { kind: 'reminder', hours: 12, elapsed: false },
      target: { kind: 'role', role: 'hospital_admin' },
    },
    {
      level: 3,
      trigger: { kind: 'resolution_breach', hours: 24, elapsed: false },
      target: { kind: 'role', role: 'ceo' },
    },
  ],
};

/**
 * Rows as the first versions of rules, active and for every ticket of the organization.
 * @param publishedAt  epoch ms; no rule acts for an instant before it (product.md, SLA 11)
 * @param newId  a fresh id per call
 */
export function rulesFrom(
  rows: readonly RuleRow[],
  given: { organizationId: string; publishedAt: Instant; newId: () => string },
): RuleVersion[] {
  const { organizationId, publishedAt, newId } = given;
  return rows.map((row) => ({
    id: newId(),
    ruleId: newId(),
    organizationId,
    conditions: any,
    active: true,
    publishedAt,
    ...row,
  }));
}
