import type { ValueOf } from '../frame/things.ts';

type Policy = ValueOf<'policy'>;

/** A policy as it begins: the targets of what decides these tickets today, so that adding one changes nothing by itself. */
export function newPolicy(parts: {
  organizationId: string;
  name: string;
  match: Policy['match'];
  like: Policy | null;
}): Policy {
  const { organizationId, name, match, like } = parts;
  return {
    calendarId: null,
    targetSeconds: { response: null, next_response: null, resolution: null },
    pauseStatuses: ['pending'],
    pausesAffect: ['resolution'],
    warnPercent: 75,
    remindersBeforeSeconds: [],
    highestLevel: null,
    reopening: 'resume',
    firstMoveIsResponse: false,
    ...(like === null ? {} : settingsOf(like)),
    policyId: crypto.randomUUID(),
    organizationId,
    name,
    active: true,
    match,
  };
}

/** All but whose it is and what it matches: a default of the product brings more with it than a draft may say. */
function settingsOf(policy: Policy): Omit<Policy, 'policyId' | 'organizationId' | 'name' | 'active' | 'match'> {
  const { calendarId, targetSeconds, pauseStatuses, pausesAffect, warnPercent, remindersBeforeSeconds } = policy;
  const { highestLevel, reopening, firstMoveIsResponse } = policy;
  return {
    calendarId,
    targetSeconds,
    pauseStatuses,
    pausesAffect,
    warnPercent,
    remindersBeforeSeconds,
    highestLevel,
    reopening,
    firstMoveIsResponse,
  };
}
