import type { ConfigProblem } from '../../../preload/contract/configuration.ts';
import type { ProblemCode } from '../../domain/publishing/check/problem.ts';

/** What each problem of the configuration says on the command line. `{name}` is a value of the problem. */
const texts: Readonly<Record<ProblemCode, string>> = {
  BAD_JSON: 'The file is not JSON: {why}.',
  DUPLICATE_KEY: '“{key}” stands here twice: keep one. Of the two only the last would count.',
  UNKNOWN_KEY: '“{key}” means nothing here: remove it, or correct its spelling.',
  KEY_MISSING: 'It is missing: write it.',
  WRONG_TYPE: 'Write it as {expected}.',
  WRONG_WORD: 'Write one of {words}.',
  WRONG_FORM: '“{value}” has not the form that is meant here, see docs/configuration.md.',
  TOO_MUCH: 'It is too large or too long: {most} is the most.',
  TOO_LITTLE: 'It is too small: {least} is the least.',
  INSTANT_OUT_OF_RANGE: '“{value}” is out of range: write an instant from {least} to {most}.',
  CREATION_AT_ONCE:
    'A rule on creation acts at once: leave “after” out. To wait {hours} h, let it follow a breach of a target of that length.',
  CHANGED_TWICE: 'It is changed twice in one draft.',
  ID_TAKEN: 'Its id belongs to something else.',
  ORGANIZATION_CHANGED: 'It belongs to another organization and stays there.',
  NAME_MISSING: 'Give it a name.',
  DUPLICATE_NAME: 'The name “{name}” is taken: choose another. Names count without case.',
  UNKNOWN_ORGANIZATION: 'There is no such organization.',
  UNKNOWN_USER: 'There is no such user: {user}. Correct the name, or add the user under users.',
  HOURS_NEGATIVE: '{hours} h is less than nothing: write 0 h or more.',
  HOURS_ABSURD: '{hours} h is more than ten years ({most} h). Was another unit meant?',
  UNKNOWN_TIME_ZONE: 'There is no time zone “{zone}”. Write an IANA name such as Africa/Johannesburg, or UTC.',
  DUPLICATE_CATEGORY: 'The category “{category}” stands there already: remove one.',
  LEVELS_INVALID: '{levels} is no number of levels: 0 to 10.',
  EXPLANATION_REMINDER_TOO_EARLY: 'A reminder {hours} h before, of {of} h to answer, is due at once.',
  NO_SECOND_APPROVER: 'There is one administrator alone: nobody could approve what that one changes. Add another.',
  TIME_INVALID: '“{time}” is no time that a clock shows.',
  OUT_OF_RANGE: '{value} is out of range: {least} to {most}.',
  DUPLICATE_CHANNEL: 'The channel {channel} stands there twice: remove one.',
  UNKNOWN_COUNTRY: '“{country}” is no country of ISO 3166: write its two capital letters, such as ZA, or leave it out.',
  CURRENCY_INVALID: '“{currency}” is no currency: three capital letters.',
  DUPLICATE_TEMPLATE: 'There are two texts in use for {name}: set one aside.',
  TEMPLATE_EMPTY: 'The text is empty: write it, or leave it out.',
  TEMPLATE_BRACES: 'Braces stand where no placeholder is: each has two on either side, and no blanks within.',
  TEMPLATE_MISSING: 'The text does not name {names}, which its message has to name.',
  TEMPLATE_UNKNOWN: 'The text names {names}, which its message does not know.',
  TEMPLATE_SUBJECT: 'Only mail has a subject.',
  TEMPLATE_SUBJECT_LINES: 'A subject is one line.',
  CALENDAR_BAD_TIME: '“{time}” is no time that a clock shows.',
  CALENDAR_BAD_DATE: '“{date}” is no date.',
  CALENDAR_OVERLAP: '{interval} overlaps {otherInterval}. Let one end before the other begins.',
  CALENDAR_NEVER_OPENS: 'It never opens: tickets counted by it would have no deadline.',
  COUNTRY_WITHOUT_HOLIDAYS:
    'The country {country} is a label only and closes no day: name its holidays by date under holidays, or leave it out.',
  UNKNOWN_CALENDAR: 'The organization has no such calendar: {calendar}. Correct the name, or add it under calendars.',
  CALENDAR_OF_OTHER_ORGANIZATION: 'That calendar belongs to {organization}.',
  CALENDAR_INACTIVE: 'The calendar “{calendar}” is set aside: name another, or take it into use again.',
  LAST_ADMINISTRATOR: 'Nobody would be left to configure: one active administrator has to stay.',
  DUPLICATE_ROLE: 'The role {role} is given twice: remove one.',
  ROLE_NOT_HELD_THERE: 'An administrator is bound to no organization.',
  LINE_MANAGER_LOOP:
    'The line of managers comes back to where it began: {line}. Let one of them have another manager, or none.',
  COVER_LOOP: 'They stand in for each other while all are away: {line}. Name somebody who is there.',
  ABSENCE_INVERTED: 'The absence ends before it begins: write an end after its start.',
  COVER_INACTIVE: '{user}, who is to stand in, is not active.',
  TEAM_MANAGER_INACTIVE:
    '{user}, who leads the team {team}, is not active: escalations to the team’s manager find nobody.',
  TEAM_MANAGER_WITHOUT_ROLE:
    '{user}, who leads the team {team}, holds no role in the organization and sees none of its tickets.',
  UNKNOWN_CATEGORY:
    'The organization has no category “{category}”: no ticket would ever fit. Correct it, or add it under categories.',
  POLICIES_TIE: 'It names the very tickets that “{other}” names. Set one of them aside.',
  PERCENT_OUT_OF_RANGE:
    '{percent} is no share to warn at: above 0 and below 100, or 0 for no warning. At 100 the deadline itself is told.',
  LEVEL_INVALID: '{level} is no level: whole numbers from 1 to 100.',
  PAUSE_STATUS_ENDED: 'In the status {status} the ticket has ended; it cannot pause. Leave it out.',
  PAUSES_ALWAYS: 'Its clocks would stand still in every status and never run. Leave out one in which they are to run.',
  REMINDER_AT_DEADLINE: 'A reminder 0 h before the deadline is never sent: the breach is told then. Remove it.',
  DUPLICATE_REMINDER: 'The reminder {hours} h before stands there twice: remove one.',
  REMINDER_WITHOUT_TARGET: 'There is no time to resolution, so no reminder {hours} h before it.',
  REMINDER_LONGER_THAN_TARGET: 'A reminder {hours} h before, of {of} h in all, is due as soon as the ticket is made.',
  POLICY_WITHOUT_TARGETS:
    'It has no target: its tickets have no deadline, and no other policy counts for them. Meant so? Else give it one.',
  TARGET_ZERO: 'A target of no time is late as soon as its clock runs.',
  GRID_HOLES: 'No policy for severity {severity} with priority {priorities}: these fall to “{policy}”.',
  ROLE_NOT_A_TARGET: 'Nothing is escalated to the role {role}: name one who leads.',
  ROLE_WITHOUT_HOLDER: 'Nobody active holds the role {role} there: the rule would find nobody.',
  TARGET_INACTIVE: '{user} is not active: the rule would find nobody, or their cover.',
  TARGET_WITHOUT_ROLE: '{user} holds no role in the organization and sees none of its tickets.',
  TEAMS_WITHOUT_MANAGER: 'Teams without a manager: {teams}. The rule finds nobody for their tickets.',
  LEVEL_ABOVE_HIGHEST: 'Level {level} is never reached: no policy that it meets goes past {highest}.',
  TRIGGER_NEVER: 'It never comes to pass: no policy that it meets has what {trigger} needs.',
  RULE_OVERTAKEN: 'It can only come after a rule of level {byLevel}, and levels only rise: it never acts.',
  LEVEL_INACTIVE: 'All rules of level {level} are set aside, while higher ones act.',
};

/** What is to be written, by the check's word for it. */
const forms: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, in [ ]',
  object: 'an object, in { }',
  record: 'an object, in { }',
};

/** @returns a sentence for people, without a line end */
export function problemText({ code, values }: ConfigProblem): string {
  // Codes come from the check's own table.
  const text = (texts as Readonly<Record<string, string>>)[code] ?? code;
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = String(values[name] ?? '?');
    return name === 'expected' ? (forms[value] ?? value) : value;
  });
}

/** @returns `PATH: error CODE: sentence`; what concerns no part of the file has no path */
export function problemLine(problem: ConfigProblem): string {
  const { severity, code, path } = problem;
  return `${path === '' ? '' : `${path}: `}${severity} ${code}: ${problemText(problem)}`;
}
