import type { Instant } from '../../../preload/contract/values.ts';
import type { Conditions, PolicyVersion } from '../config/config.ts';
import type { CategorySpan } from './learn-spans.ts';

/** What an import does to the policies of its organization; `publish` is what has to be written. */
export type PolicyPlan = {
  publish: PolicyVersion[];
  made: number;
  /** Published anew, since the file gives the category another time than the policy that is there. */
  changed: { category: string; fromSeconds: number | null; toSeconds: number }[];
  unchanged: number;
};

const anything: Conditions = { kind: null, category: null, severity: null, priority: null };

function isCategoryPolicy(version: PolicyVersion, category: string): boolean {
  const { match } = version;
  return match.category === category && match.kind === null && match.severity === null && match.priority === null;
}

/**
 * One policy per category of the file.
 * A learnt policy has one target and nothing else, because a file of due dates says nothing of pauses, reminders or
 * first replies. A category without any due date gets a policy without targets: otherwise its tickets would fall to the
 * organization's default and get a deadline that their source never gave them.
 * A policy that is there is changed only by a time that the file does give.
 * @param existing  newest versions of the organization's policies
 * @param newId  a fresh id per call
 */
export function planPolicies(
  spans: ReadonlyMap<string, CategorySpan>,
  existing: readonly PolicyVersion[],
  given: { organizationId: string; publishedAt: Instant; newId: () => string },
): PolicyPlan {
  const plan: PolicyPlan = { publish: [], made: 0, changed: [], unchanged: 0 };
  for (const [category, span] of spans) {
    if (span.kind === 'disagree') continue;
    const seconds = span.kind === 'span' ? span.seconds : null;
    const there = existing.find((version) => version.active && isCategoryPolicy(version, category));
    if (there === undefined) {
      plan.made += 1;
      plan.publish.push({
        id: given.newId(),
        policyId: given.newId(),
        organizationId: given.organizationId,
        name: category,
        active: true,
        match: { ...anything, category },
        calendarId: null,
        targetSeconds: { response: null, next_response: null, resolution: seconds },
        pauseStatuses: [],
        pausesAffect: [],
        warnPercent: 75,
        remindersBeforeSeconds: [],
        highestLevel: null,
        reopening: 'resume',
        firstMoveIsResponse: false,
        publishedAt: given.publishedAt,
      });
    } else if (seconds === null || there.targetSeconds.resolution === seconds) {
      plan.unchanged += 1;
    } else {
      plan.changed.push({ category, fromSeconds: there.targetSeconds.resolution, toSeconds: seconds });
      plan.publish.push({
        ...there,
        id: given.newId(),
        targetSeconds: { ...there.targetSeconds, resolution: seconds },
        publishedAt: given.publishedAt,
      });
    }
  }
  return plan;
}
