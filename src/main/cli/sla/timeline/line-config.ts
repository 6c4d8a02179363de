import type { OpenTime } from '../../../domain/calendar/open-time.ts';
import { ConfigSnapshot } from '../../../domain/config/config-snapshot.ts';
import type { CalendarVersion, User } from '../../../domain/config/config.ts';
import type { TimelineQuestion } from './question.ts';

const organizationId = 'organization';
const anything = { kind: null, category: null, severity: null, priority: null };
const everSince = { organizationId, active: true, publishedAt: -Infinity };

/** Who holds the ticket at first; holders of roles are others. */
export const assigneeId = 'assignee';

function person(id: string): User {
  return {
    id,
    userName: id,
    displayName: id,
    language: 'en',
    active: true,
    administrator: false,
    grants: [{ organizationId, role: 'agent', order: 0 }],
    clearedFor: [],
    lineManagerId: null,
    outOfOffice: null,
  };
}

/** The configuration of one line: one organization, one policy, its rules, and a made-up person for each role they name. */
export class LineConfig extends ConfigSnapshot {
  readonly #open: OpenTime;

  constructor({ policy, rules }: TimelineQuestion, open: OpenTime) {
    super();
    this.#open = open;
    const organization = {
      id: organizationId,
      name: '',
      profile: 'municipal',
      timezone: 'UTC',
      categories: [],
    } as const;
    this.apply({ kind: 'organization_saved', value: organization });
    this.apply({ kind: 'user_saved', value: person(assigneeId) });
    this.apply({ kind: 'calendar_published', value: theCalendar });
    this.apply({
      kind: 'policy_published',
      value: {
        ...everSince,
        id: 'policy',
        policyId: 'policy',
        name: '',
        match: anything,
        calendarId: theCalendar.calendarId,
        targetSeconds: {
          response: policy.response?.seconds ?? null,
          next_response: policy.next_response?.seconds ?? null,
          resolution: policy.resolution?.seconds ?? null,
        },
        pauseStatuses: policy.pause_statuses,
        pausesAffect: policy.pauses_affect,
        warnPercent: policy.warn_percent,
        remindersBeforeSeconds: policy.reminders_before_seconds,
        highestLevel: null,
        reopening: 'resume',
        firstMoveIsResponse: false,
      },
    });
    for (const [n, { level, trigger, hours, elapsed, target }] of rules.entries()) {
      const userId = `role ${target}`;
      this.apply({ kind: 'user_saved', value: person(userId) });
      this.apply({
        kind: 'rule_published',
        value: {
          ...everSince,
          id: `rule ${n}`,
          ruleId: `rule ${n}`,
          level,
          trigger: trigger === 'creation' ? { kind: trigger } : { kind: trigger, hours, elapsed },
          target: { kind: 'user', userId },
          conditions: anything,
        },
      });
    }
  }

  /** The open time of the line, read from it before. */
  override openTime(): OpenTime {
    return this.#open;
  }
}

const theCalendar: CalendarVersion = {
  ...everSince,
  id: 'calendar',
  calendarId: 'calendar',
  name: '',
  hours: { timezone: 'UTC', hours: {}, holidays: [], breaks: [], dateOverrides: {} },
  holidayNames: {},
  country: null,
};
