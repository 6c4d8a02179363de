/** Pages of the administration, in the order of its navigation. */
export const pageNames = [
  'policies',
  'calendars',
  'escalation',
  'templates',
  'proposals',
  'organization',
  'channels',
  'file',
] as const;
export type PageName = (typeof pageNames)[number];
