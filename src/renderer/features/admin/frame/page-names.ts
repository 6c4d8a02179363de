import type { ConfigKind } from '../../../../preload/contract/configuration.ts';

/** Pages of the administration, in the order of its navigation. */
export const pageNames = ['policies', 'calendars', 'escalation', 'proposals', 'organization', 'file'] as const;
export type PageName = (typeof pageNames)[number];

/** The page on which a thing is edited: where its problems lead. Null: on none yet. */
export const pageOf: Readonly<Record<ConfigKind, PageName | null>> = {
  organization: 'organization',
  team: null,
  user: null,
  policy: 'policies',
  rule: 'escalation',
  calendar: 'calendars',
};
