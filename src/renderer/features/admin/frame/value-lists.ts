import type { templatePlaceholders, TemplateKey } from '../../../../preload/contract/template-keys.ts';
import type { Role, Status, Target } from '../../../../preload/contract/values.ts';
import type { ValueOf } from './things.ts';

/** As `ui/value-lists.ts`, for values that only the administration lists. */
function keysOf<K extends string>(table: Record<K, 0>): readonly K[] {
  // The table's type allows no other keys.
  return Object.keys(table) as K[];
}

export type Weekday = keyof ValueOf<'calendar'>['hours']['hours'];
/** What some text of a message has to name. */
export type Placeholder = (typeof templatePlaceholders)[TemplateKey][number];
type Trigger = ValueOf<'rule'>['trigger']['kind'];

const statuses: Record<Status, 0> = { open: 0, in_progress: 0, pending: 0, escalated: 0, resolved: 0, closed: 0 };
const targets: Record<Target, 0> = { response: 0, next_response: 0, resolution: 0 };
const weekdays: Record<Weekday, 0> = { mon: 0, tue: 0, wed: 0, thu: 0, fri: 0, sat: 0, sun: 0 };
const triggers: Record<Trigger, 0> = { resolution_breach: 0, response_breach: 0, reminder: 0, creation: 0 };
const placeholders: Record<Placeholder, 0> = { tracking_number: 0, text: 0, due: 0, level: 0 };
const roles: Record<Role, 0> = {
  agent: 0,
  supervisor: 0,
  department_manager: 0,
  hospital_admin: 0,
  px_admin: 0,
  ceo: 0,
  administrator: 0,
  auditor: 0,
};

export const statusList = keysOf(statuses);
export const targetList = keysOf(targets);
export const weekdayList = keysOf(weekdays);
export const triggerList = keysOf(triggers);
export const placeholderList = keysOf(placeholders);
export const roleList = keysOf(roles);
