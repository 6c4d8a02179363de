import { priorities, severities, statuses, targets } from '../../../../preload/contract/values.ts';
import type { ConfigSnapshot } from '../../config/config-snapshot.ts';
import type { Organization, PolicyVersion } from '../../config/config.ts';
import { conditionFields } from '../../sla/conditions.ts';
import { systemDefault } from '../../sla/system-defaults.ts';
import { isEnded } from '../../ticket/status-moves.ts';
import { checkCalendarNamed, checkName, checkSeconds, type Namesakes } from './common.ts';
import type { Found } from './problem.ts';

const HOUR_SECONDS = 3600;
const MOST_LEVELS = 100;
const livingStatuses = statuses.filter((status) => !isEnded(status));

export function checkPolicy(
  policy: PolicyVersion,
  namesakes: Namesakes,
  organization: Organization,
  config: ConfigSnapshot,
): Found[] {
  const { policyId, organizationId, name, active, match, calendarId } = policy;
  const thing = { kind: 'policy' as const, id: policyId };
  const found = [
    ...checkName({ id: policyId, name }, namesakes, thing),
    ...checkTargets(policy),
    ...checkReminders(policy),
    ...checkSettings(policy),
  ];
  if (!active) return found;
  found.push(...checkCalendarNamed(calendarId, organizationId, config, thing, 'calendarId'));
  found.push(...checkCategory(match.category, organization, thing, 'match.category'));
  return found;
}

/**
 * A target of no time is what an import learns of tickets that were due when they came, so it is told and not refused. A
 * policy may have no target, and a matched one is final: whoever forgot it has to hear so. Rule: product.md, SLA 1.
 */
function checkTargets({ policyId, targetSeconds, active }: PolicyVersion): Found[] {
  const thing = { kind: 'policy' as const, id: policyId };
  const found = targets.flatMap((target): Found[] => {
    const path = `targetSeconds.${target}`;
    const absurd = checkSeconds(targetSeconds[target], thing, path);
    return targetSeconds[target] === 0 ? [{ code: 'TARGET_ZERO', thing, path }] : absurd;
  });
  const hasNone = targets.every((target) => targetSeconds[target] === null);
  return active && hasNone ? [...found, { code: 'POLICY_WITHOUT_TARGETS', thing, path: 'targetSeconds' }] : found;
}

/** A category that the organization does not have: no ticket would ever fit. */
export function checkCategory(
  category: string | null,
  { id, categories }: Organization,
  thing: NonNullable<Found['thing']>,
  path: string,
): Found[] {
  if (category === null || categories.includes(category)) return [];
  return [{ code: 'UNKNOWN_CATEGORY', thing, path, values: { category }, about: [thing.id, id] }];
}

function checkReminders({ policyId, targetSeconds, remindersBeforeSeconds }: PolicyVersion): Found[] {
  const thing = { kind: 'policy' as const, id: policyId };
  const { resolution } = targetSeconds;
  return remindersBeforeSeconds.flatMap((seconds, n): Found[] => {
    const path = `remindersBeforeSeconds.${n}`;
    const absurd = checkSeconds(seconds, thing, path);
    if (absurd.length > 0) return absurd;
    const values = { hours: seconds / HOUR_SECONDS };
    // At the deadline the breach is told, and a reminder never. Rule: product.md, SLA 8.
    if (seconds === 0) return [{ code: 'REMINDER_AT_DEADLINE', thing, path }];
    if (remindersBeforeSeconds.indexOf(seconds) < n) return [{ code: 'DUPLICATE_REMINDER', thing, path, values }];
    if (resolution === null) return [{ code: 'REMINDER_WITHOUT_TARGET', thing, path, values }];
    // As long as the target is as odd as longer: SLA 8 has both due at creation.
    if (seconds < resolution) return [];
    return [{ code: 'REMINDER_LONGER_THAN_TARGET', thing, path, values: { ...values, of: resolution / HOUR_SECONDS } }];
  });
}

function checkSettings({ policyId, warnPercent, highestLevel, pauseStatuses, pausesAffect }: PolicyVersion): Found[] {
  const thing = { kind: 'policy' as const, id: policyId };
  const found: Found[] = [];
  if (!(warnPercent >= 0 && warnPercent < 100))
    found.push({ code: 'PERCENT_OUT_OF_RANGE', thing, path: 'warnPercent', values: { percent: warnPercent } });
  if (highestLevel !== null && !(Number.isInteger(highestLevel) && highestLevel >= 0 && highestLevel <= MOST_LEVELS))
    found.push({ code: 'LEVEL_INVALID', thing, path: 'highestLevel', values: { level: highestLevel } });
  pauseStatuses.forEach((status, n) => {
    // An end stops the clocks by itself, and they start again only on reopening.
    if (status === 'resolved' || status === 'closed')
      found.push({ code: 'PAUSE_STATUS_ENDED', thing, path: `pauseStatuses.${n}`, values: { status } });
  });
  const isAlways = livingStatuses.every((status) => pauseStatuses.includes(status));
  if (isAlways && pausesAffect.length > 0) found.push({ code: 'PAUSES_ALWAYS', thing, path: 'pauseStatuses' });
  return found;
}

/** Two active policies that name exactly the same tickets: the newer would win, and nobody would see why. */
export function checkTies(policies: readonly PolicyVersion[]): Found[] {
  const active = policies.filter((policy) => policy.active);
  const key = ({ match }: PolicyVersion): string => JSON.stringify(conditionFields.map((field) => match[field]));
  return [...Map.groupBy(active, key).values()]
    .filter((tied) => tied.length > 1)
    .flatMap((tied) =>
      tied.map((policy): Found => {
        const other = tied.find((one) => one !== policy);
        const thing = { kind: 'policy' as const, id: policy.policyId };
        const about = tied.map(({ policyId }) => policyId);
        return { code: 'POLICIES_TIE', thing, path: 'match', values: { other: other?.name ?? '' }, about };
      }),
    );
}

/**
 * Cells of the severity × priority grid that no policy of the organization decides, a row each, and the product's default to
 * which they fall. Asked only where some policy fills a cell: an organization without any has the defaults on purpose.
 */
export function checkGrid({ id, profile }: Organization, policies: readonly PolicyVersion[]): Found[] {
  const inGrid = policies.filter(({ active, match }) => active && match.kind === null && match.category === null);
  if (inGrid.length === 0) return [];
  const fills = (severity: string, priority: string): boolean =>
    inGrid.some(
      ({ match }) =>
        (match.severity === null || match.severity === severity) &&
        (match.priority === null || match.priority === priority),
    );
  const about = [id, ...policies.map(({ policyId }) => policyId)];
  return severities.flatMap((severity): Found[] => {
    const holes = priorities.filter((priority) => !fills(severity, priority));
    if (holes.length === 0) return [];
    const values = { severity, priorities: holes.join(', '), policy: systemDefault(profile, severity).name };
    return [{ code: 'GRID_HOLES', thing: { kind: 'organization', id }, path: 'policies', values, about }];
  });
}
