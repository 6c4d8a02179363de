import type { PlannedChange } from '../../../preload/contract/config-files.ts';

const signs: Readonly<Record<PlannedChange['action'], string>> = { add: '+', change: '~', set_aside: '-' };

/** What each field of a thing is called by people; one that is not here is called what it is. */
const fieldWords: Readonly<Record<string, string>> = {
  // Organizations.
  timezone: 'time zone',
  secondApprover: 'second approver',
  explanation: 'explanation requests',
  // Teams.
  managerId: 'manager',
  memberIds: 'members',
  // Users.
  userName: 'name to sign in with',
  displayName: 'name',
  active: 'in use or not',
  grants: 'roles',
  clearedFor: 'clearance',
  lineManagerId: 'line manager',
  outOfOffice: 'out of office',
  // Policies and rules.
  match: 'which tickets',
  conditions: 'which tickets',
  calendarId: 'calendar',
  targetSeconds: 'targets',
  pauseStatuses: 'statuses that pause',
  pausesAffect: 'clocks that pause',
  warnPercent: 'warning',
  remindersBeforeSeconds: 'reminders',
  highestLevel: 'highest level',
  firstMoveIsResponse: 'first move is a response',
  target: 'to whom',
  // Calendars.
  hours: 'hours, holidays and breaks',
  holidayNames: 'names of holidays',
  // Texts.
  body: 'text',
};

/** What has no name of its own is called by what it is for. */
const callings: Partial<Readonly<Record<PlannedChange['kind'], (name: string) => string>>> = {
  rule: (name) => `rule of level ${name}`,
  template: (name) => `text ${name.replaceAll('_', ' ')}`,
};

/** One line a thing: what is new, what changes and in which of its fields, what is set aside. */
export function changeLine({ action, kind, name, organization, fields }: PlannedChange): string {
  const called = callings[kind]?.(name) ?? `${kind} ${name}`;
  const where = organization === '' || kind === 'organization' ? '' : ` (${organization})`;
  const words = fields.map((field) => fieldWords[field] ?? field).join(', ');
  const what = action === 'set_aside' ? ': set aside' : words === '' ? '' : `: ${words}`;
  return `${signs[action]} ${called}${where}${what}`;
}
