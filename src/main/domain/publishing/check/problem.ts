import type { ConfigProblem, ConfigThing } from '../../../../preload/contract/configuration.ts';

/**
 * Every reason that a check of the configuration gives, and whether it blocks. Their texts stand in the command line's and
 * the window's tables.
 */
export const problemSeverity = {
  // A file.
  BAD_JSON: 'error',
  DUPLICATE_KEY: 'error',
  UNKNOWN_KEY: 'error',
  KEY_MISSING: 'error',
  WRONG_TYPE: 'error',
  WRONG_WORD: 'error',
  WRONG_FORM: 'error',
  TOO_MUCH: 'error',
  TOO_LITTLE: 'error',
  INSTANT_OUT_OF_RANGE: 'error',
  CREATION_AT_ONCE: 'error',
  // Any thing.
  CHANGED_TWICE: 'error',
  ID_TAKEN: 'error',
  ORGANIZATION_CHANGED: 'error',
  NAME_MISSING: 'error',
  DUPLICATE_NAME: 'error',
  UNKNOWN_ORGANIZATION: 'error',
  UNKNOWN_USER: 'error',
  HOURS_NEGATIVE: 'error',
  HOURS_ABSURD: 'error',
  // Organizations.
  UNKNOWN_TIME_ZONE: 'error',
  DUPLICATE_CATEGORY: 'error',
  LEVELS_INVALID: 'error',
  EXPLANATION_REMINDER_TOO_EARLY: 'warning',
  NO_SECOND_APPROVER: 'warning',
  // How an organization's messages go.
  TIME_INVALID: 'error',
  OUT_OF_RANGE: 'error',
  DUPLICATE_CHANNEL: 'error',
  UNKNOWN_COUNTRY: 'error',
  CURRENCY_INVALID: 'error',
  // An organization's own texts.
  DUPLICATE_TEMPLATE: 'error',
  TEMPLATE_EMPTY: 'error',
  TEMPLATE_BRACES: 'error',
  TEMPLATE_MISSING: 'error',
  TEMPLATE_UNKNOWN: 'error',
  TEMPLATE_SUBJECT: 'error',
  TEMPLATE_SUBJECT_LINES: 'error',
  // Calendars, and who names them.
  CALENDAR_BAD_TIME: 'error',
  CALENDAR_BAD_DATE: 'error',
  CALENDAR_OVERLAP: 'error',
  CALENDAR_NEVER_OPENS: 'error',
  COUNTRY_WITHOUT_HOLIDAYS: 'warning',
  UNKNOWN_CALENDAR: 'error',
  CALENDAR_OF_OTHER_ORGANIZATION: 'error',
  CALENDAR_INACTIVE: 'error',
  // Users and teams.
  LAST_ADMINISTRATOR: 'error',
  DUPLICATE_ROLE: 'error',
  ROLE_NOT_HELD_THERE: 'error',
  LINE_MANAGER_LOOP: 'error',
  COVER_LOOP: 'error',
  ABSENCE_INVERTED: 'error',
  COVER_INACTIVE: 'warning',
  TEAM_MANAGER_INACTIVE: 'warning',
  TEAM_MANAGER_WITHOUT_ROLE: 'warning',
  // Policies.
  UNKNOWN_CATEGORY: 'error',
  POLICIES_TIE: 'error',
  PERCENT_OUT_OF_RANGE: 'error',
  LEVEL_INVALID: 'error',
  PAUSE_STATUS_ENDED: 'error',
  PAUSES_ALWAYS: 'error',
  REMINDER_AT_DEADLINE: 'error',
  DUPLICATE_REMINDER: 'error',
  REMINDER_WITHOUT_TARGET: 'warning',
  REMINDER_LONGER_THAN_TARGET: 'warning',
  POLICY_WITHOUT_TARGETS: 'warning',
  TARGET_ZERO: 'warning',
  GRID_HOLES: 'warning',
  // Rules.
  ROLE_NOT_A_TARGET: 'error',
  ROLE_WITHOUT_HOLDER: 'warning',
  TARGET_INACTIVE: 'warning',
  TARGET_WITHOUT_ROLE: 'warning',
  TEAMS_WITHOUT_MANAGER: 'warning',
  LEVEL_ABOVE_HIGHEST: 'warning',
  TRIGGER_NEVER: 'warning',
  RULE_OVERTAKEN: 'warning',
  LEVEL_INACTIVE: 'warning',
} as const satisfies Record<string, ConfigProblem['severity']>;
export type ProblemCode = keyof typeof problemSeverity;

/** What a check found. */
export type Found = {
  code: ProblemCode;
  /** Null: the configuration as a whole. */
  thing: ConfigThing | null;
  /** Field of the thing, such as `targetSeconds.resolution` or `memberIds.2`; empty for the whole. */
  path: string;
  values?: Record<string, string | number>;
  /** Ids of other things that share in it: it is told when any of them is in the draft. */
  about?: readonly string[];
};

export function problemOf({ code, thing, path, values = {} }: Found): ConfigProblem {
  return { severity: problemSeverity[code], code, thing, path, values };
}

/** What blocks first, each in the order in which it was found. */
export function errorsFirst(problems: readonly ConfigProblem[]): ConfigProblem[] {
  return [
    ...problems.filter(({ severity }) => severity === 'error'),
    ...problems.filter(({ severity }) => severity !== 'error'),
  ];
}
