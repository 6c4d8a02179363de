import { severities, type Instant, type Severity } from '../../../preload/contract/values.ts';
import type { Conditions, ConfigEntity, PolicyVersion } from '../config/config.ts';
import { defaultRuleRows, rulesFrom } from '../escalation/default-rules.ts';
import type { SampleDesk } from './sample-directory.ts';

const HOUR = 3600;
const any: Conditions = { kind: null, category: null, severity: null, priority: null };

/** Resolution, first and second reminder before it, in hours. Seed B's example configurations. */
const hospitalHours: Readonly<Record<Severity, readonly [number, number, number]>> = {
  low: [72, 48, 12],
  medium: [48, 24, 6],
  high: [24, 12, 4],
  critical: [12, 6, 2],
};

/** Seed A's: 24 hours to the first answer, a week to the end. */
const MUNICIPAL = { response: 24, resolution: 168 };

type Published = { organizationId: string; publishedAt: Instant; newId: () => string };

function policy(
  given: Published,
  name: string,
  match: Partial<Conditions>,
  hours: { response: number | null; resolution: number },
  remindersBefore: readonly number[],
): PolicyVersion {
  return {
    id: given.newId(),
    policyId: given.newId(),
    organizationId: given.organizationId,
    name,
    active: true,
    match: { ...any, ...match },
    calendarId: null,
    targetSeconds: {
      response: hours.response === null ? null : hours.response * HOUR,
      next_response: null,
      resolution: hours.resolution * HOUR,
    },
    pauseStatuses: ['pending'],
    pausesAffect: ['resolution'],
    warnPercent: 75,
    remindersBeforeSeconds: remindersBefore.map((before) => before * HOUR),
    highestLevel: 3,
    reopening: 'resume',
    firstMoveIsResponse: false,
    publishedAt: given.publishedAt,
  };
}

function policiesOf({ source }: SampleDesk, given: Published): PolicyVersion[] {
  if (source.profile === 'hospital') {
    return severities.map((severity) => {
      const [resolution, first, second] = hospitalHours[severity];
      const name = `Severity and priority ${severity}`;
      return policy(given, name, { severity, priority: severity }, { response: null, resolution }, [first, second]);
    });
  }
  const general = policy(given, 'All requests', {}, MUNICIPAL, []);
  const byCategory = source.categories.flatMap(({ name, hours }) =>
    hours === null ? [] : [policy(given, name, { category: name }, hours, [])],
  );
  return [general, ...byCategory];
}

/** Policies and escalation rules of one organization of the sample, as of `publishedAt` (epoch ms). */
export function samplePolicies(desk: SampleDesk, publishedAt: Instant, newId: () => string): ConfigEntity[] {
  const organizationId = desk.organization.id;
  const given = { organizationId, publishedAt, newId };
  return [
    ...policiesOf(desk, given).map((value) => ({ kind: 'policy_published' as const, value })),
    ...rulesFrom(defaultRuleRows[desk.source.profile], given).map((value) => ({
      kind: 'rule_published' as const,
      value,
    })),
  ];
}

/** Hours to resolution that the sample's policies give; what its stories are told around. */
export function resolutionHours(desk: SampleDesk, ticket: { category: string; severity: Severity }): number {
  if (desk.source.profile === 'hospital') return hospitalHours[ticket.severity][0];
  return desk.source.categories.find(({ name }) => name === ticket.category)?.hours?.resolution ?? MUNICIPAL.resolution;
}
