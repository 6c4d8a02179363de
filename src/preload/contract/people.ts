import { z } from 'zod';
import { ownKeys } from './own-keys.ts';
import { deskLanguages, id, instant, profiles, roles, sampleSizes, themes } from './values.ts';

/** At least ten characters: the password guards the store's key against somebody who holds the disk. */
export const password = z.string().min(1).max(1024);
const name = z.string().trim().min(1).max(120);

export const setUpInput = z.strictObject({
  userName: name,
  displayName: name,
  password,
  language: z.enum(deskLanguages),
  sample: z.enum(sampleSizes),
  /** Asked of the person only where the machine has no keychain. */
  allowPasswordOnly: z.boolean(),
});
export const signInInput = z.strictObject({ userName: name, password });

export const sessionUser = z.strictObject({
  id,
  userName: z.string(),
  displayName: z.string(),
  language: z.enum(deskLanguages),
  roles: z.array(z.strictObject({ organizationId: id.nullable(), role: z.enum(roles) })),
  clearedFor: z.array(id),
});
export type SessionUser = z.output<typeof sessionUser>;

/** Where the program stands; each has one screen. */
export const deskState = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('first_run'), keychain: z.boolean() }),
  z.strictObject({ stage: z.literal('sign_in'), lockedUserName: z.string().nullable() }),
  z.strictObject({ stage: z.literal('ready'), user: sessionUser }),
  z.strictObject({
    stage: z.literal('failed'),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);
export type DeskState = z.output<typeof deskState>;

/** `recoveryKey`: opens the store when every password is lost; told this once and kept nowhere. */
export const deskMade = z.strictObject({ state: deskState, recoveryKey: z.string() });
export type DeskMade = z.output<typeof deskMade>;

/** The desk's time. `movedByMs`: how far somebody moved the machine's clock; while it is not null nothing falls due. */
export const deskTime = z.strictObject({ nowAt: instant, movedByMs: z.int().nullable() });
export type DeskTime = z.output<typeof deskTime>;

export const deskInfo = z.strictObject({
  ...deskTime.shape,
  version: z.string(),
  runtime: z.string(),
  platform: z.string(),
  language: z.enum(deskLanguages),
  theme: z.enum(themes),
  /** Keys without a modifier act; people who dictate or use switch access turn them off. */
  singleKeys: z.boolean(),
  keys: ownKeys,
  state: deskState,
});
export type DeskInfo = z.output<typeof deskInfo>;

export const preferencesInput = z.strictObject({
  language: z.enum(deskLanguages).optional(),
  theme: z.enum(themes).optional(),
  singleKeys: z.boolean().optional(),
  keys: ownKeys.optional(),
});

/** Names for ids, and what intake offers; only organizations that the viewer sees. */
export const directory = z.strictObject({
  organizations: z.array(
    z.strictObject({
      id,
      name: z.string(),
      profile: z.enum(profiles),
      timezone: z.string(),
      categories: z.array(z.string()),
      canCreate: z.boolean(),
      /** Whether the viewer may work its tickets at all: what to offer; each request is decided by itself. */
      canWork: z.boolean(),
    }),
  ),
  teams: z.array(
    z.strictObject({ id, organizationId: id, name: z.string(), managerId: id.nullable(), memberIds: z.array(id) }),
  ),
  users: z.array(
    z.strictObject({
      id,
      displayName: z.string(),
      active: z.boolean(),
      organizationIds: z.array(id),
      clearedFor: z.array(id),
    }),
  ),
});
export type Directory = z.output<typeof directory>;

export const notificationItem = z.strictObject({
  id,
  kind: z.enum([
    'assignment',
    'warning',
    'reminder',
    'breach',
    'escalation',
    'escalation_former',
    'sensitive_marked',
    'explanation_asked',
    'explanation_reminder',
    'explanation_escalated',
    'explanation_at_end',
    'explanation_answered',
    'explanation_sent_back',
  ]),
  ticketId: id,
  /** Tracking number; the only word shown where the reader may not see more. */
  number: z.string(),
  createdAt: instant,
  level: z.number().int().nullable(),
  readAt: instant.nullable(),
});
export type NotificationItem = z.output<typeof notificationItem>;

/** A text that is being written, kept so that a crash loses none of it. `key` e.g. `reply:<ticketId>`, `intake`. */
export const draftInput = z.strictObject({ key: z.string().max(80), text: z.string().max(30_000) });
