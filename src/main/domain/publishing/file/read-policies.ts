import type { Conditions, PolicyVersion } from '../../config/config.ts';
import { folded } from '../check/common.ts';
import { secondsOf } from './duration.ts';
import type { FilePolicy } from './file-form.ts';
import type { Reading } from './reading.ts';

export type PolicyDraft = Omit<PolicyVersion, 'id' | 'publishedAt'>;

const fields = {
  match: 'for',
  calendarId: 'calendar',
  // Of all targets together: the policy itself.
  targetSeconds: '',
  'targetSeconds.response': 'response',
  'targetSeconds.next_response': 'next_response',
  'targetSeconds.resolution': 'resolution',
  remindersBeforeSeconds: 'reminders',
  warnPercent: 'warn_percent',
  pauseStatuses: 'pause_in',
  highestLevel: 'highest_level',
};

export function conditionsOf({ kind, category, severity, priority }: FilePolicy['for']): Conditions {
  return { kind: kind ?? null, category: category ?? null, severity: severity ?? null, priority: priority ?? null };
}

/** @param calendarIdOf  of a calendar's name in the organization; tells one that is not there */
export function readPolicies(
  policies: readonly FilePolicy[],
  organizationId: string,
  calendarIdOf: (name: string | null, path: string) => string | null,
  base: string,
  reading: Reading,
): PolicyDraft[] {
  const current = reading.config.currentPolicies(organizationId);
  reading.tellTwins(
    policies.map(({ name }) => name),
    (n) => `${base}.${n}.name`,
  );
  const seconds = (text: string | null): number | null => (text === null ? null : secondsOf(text));
  const drafts = policies.map((policy, n): PolicyDraft => {
    const { name, active, response, next_response: nextResponse, resolution, reminders } = policy;
    const namesakes = current.filter((one) => folded(one.name) === folded(name));
    const there = namesakes.find((one) => one.active) ?? namesakes[0];
    const policyId = there?.policyId ?? reading.newId();
    reading.place(policyId, `${base}.${n}`, fields);
    return {
      policyId,
      organizationId,
      name,
      active,
      match: conditionsOf(policy.for),
      calendarId: calendarIdOf(policy.calendar, `${base}.${n}.calendar`),
      targetSeconds: {
        response: seconds(response),
        next_response: seconds(nextResponse),
        resolution: seconds(resolution),
      },
      pauseStatuses: policy.pause_in,
      pausesAffect: policy.pauses,
      warnPercent: policy.warn_percent,
      remindersBeforeSeconds: reminders.map(secondsOf),
      highestLevel: policy.highest_level,
      reopening: policy.reopening,
      firstMoveIsResponse: policy.first_move_is_response,
    };
  });
  const named = new Set(drafts.map(({ policyId }) => policyId));
  const gone = current.filter(({ policyId, active }) => active && !named.has(policyId));
  for (const { policyId } of gone) reading.place(policyId, base);
  return [...drafts, ...gone.map(({ id: _id, publishedAt: _publishedAt, ...draft }) => ({ ...draft, active: false }))];
}
