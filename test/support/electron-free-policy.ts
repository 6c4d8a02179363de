import type { ConfigEntity } from '../../src/main/domain/config/config.ts';

const any = { kind: null, category: null, severity: null, priority: null };

/**
 * An organization with one policy, so short that a test can wait for it, and one person who works its tickets and to whom
 * each breach is escalated.
 * @param parts.seconds  to the resolution
 */
export function shortPolicy(parts: { agentId: string; nowAt: number; newId: () => string; seconds: number }): {
  organizationId: string;
  teamId: string;
  entities: ConfigEntity[];
} {
  const { agentId, nowAt, newId, seconds } = parts;
  const organizationId = newId();
  const teamId = newId();
  const entities: ConfigEntity[] = [
    {
      kind: 'organization_saved',
      value: { id: organizationId, name: 'Short Street', profile: 'municipal', timezone: 'UTC', categories: [] },
    },
    {
      kind: 'user_saved',
      value: {
        id: agentId,
        userName: 'nomsa',
        displayName: 'Nomsa',
        language: 'en',
        active: true,
        administrator: true,
        grants: (['agent', 'supervisor'] as const).map((role) => ({ organizationId, role, order: 0 })),
        clearedFor: [],
        lineManagerId: null,
        outOfOffice: null,
      },
    },
    {
      kind: 'team_saved',
      value: { id: teamId, organizationId, name: 'Desk', managerId: agentId, memberIds: [agentId] },
    },
    {
      kind: 'policy_published',
      value: {
        id: newId(),
        policyId: newId(),
        organizationId,
        name: 'Short',
        active: true,
        match: any,
        calendarId: null,
        targetSeconds: { response: null, next_response: null, resolution: seconds },
        pauseStatuses: ['pending'],
        pausesAffect: ['resolution'],
        warnPercent: 75,
        remindersBeforeSeconds: [],
        highestLevel: null,
        reopening: 'resume',
        firstMoveIsResponse: false,
        publishedAt: nowAt,
      },
    },
    {
      kind: 'rule_published',
      value: {
        id: newId(),
        ruleId: newId(),
        organizationId,
        level: 1,
        trigger: { kind: 'resolution_breach', hours: 0, elapsed: false },
        target: { kind: 'team_manager' },
        conditions: any,
        active: true,
        publishedAt: nowAt,
      },
    },
  ];
  return { organizationId, teamId, entities };
}
