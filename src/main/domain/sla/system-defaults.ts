import { v5 } from 'uuid';
import { severities, type Profile, type Severity } from '../../../preload/contract/values.ts';
import type { Config, PolicyVersion } from '../config/config.ts';

const HOUR = 3600;
/** Ids of built-in versions are derived, so every desk gives a default the same name; a changed default gets a new `v`. */
const NAMESPACE = '6f1b9a52-6a0e-4b0f-8f6e-0d4c6b1f2a90';

function builtIn(
  name: string,
  parts: Pick<PolicyVersion, 'targetSeconds' | 'remindersBeforeSeconds' | 'match'>,
): PolicyVersion {
  return {
    id: v5(`${name} v1`, NAMESPACE),
    policyId: v5(name, NAMESPACE),
    organizationId: '',
    name,
    active: true,
    calendarId: null,
    pauseStatuses: ['pending'],
    pausesAffect: ['resolution'],
    warnPercent: 75,
    highestLevel: null,
    reopening: 'resume',
    firstMoveIsResponse: false,
    publishedAt: 0,
    ...parts,
  };
}

const any = { kind: null, category: null, severity: null, priority: null };

const municipal = builtIn('municipal default', {
  match: any,
  targetSeconds: { response: 24 * HOUR, next_response: null, resolution: 168 * HOUR },
  remindersBeforeSeconds: [],
});

/** Hours: resolution, first and second reminder before it. Rule: product.md, SLA 1; seed B's table. */
const hospitalHours: Readonly<Record<Severity, readonly [number, number, number]>> = {
  low: [72, 48, 12],
  medium: [48, 24, 6],
  high: [24, 12, 4],
  critical: [12, 6, 2],
};

const hospital = new Map(
  severities.map((severity) => {
    const [resolution, first, second] = hospitalHours[severity];
    const version = builtIn(`hospital default ${severity}`, {
      match: { ...any, severity },
      targetSeconds: { response: null, next_response: null, resolution: resolution * HOUR },
      remindersBeforeSeconds: [first * HOUR, second * HOUR],
    });
    return [severity, version] as const;
  }),
);

const byId = new Map([municipal, ...hospital.values()].map((version) => [version.id, version] as const));

/** @returns the policy that decides where an organization has none that fits. Rule: product.md, SLA 1. */
export function systemDefault(profile: Profile, severity: Severity): PolicyVersion {
  return profile === 'municipal' ? municipal : (hospital.get(severity) ?? municipal);
}

/** @returns the version that a ticket names, built in or published; undefined when this desk has not received it yet */
export function policyVersionOf(config: Config, versionId: string): PolicyVersion | undefined {
  return config.policyVersion(versionId) ?? byId.get(versionId);
}
