import { z } from 'zod';
import { templateKeys } from './template-keys.ts';
import { channels, id, instant, languages } from './values.ts';

/** Where a message stands. `sent` is not `delivered`: the provider took it. */
export const messageStates = [
  'queued',
  'claimed',
  'sending',
  'sent',
  'delivered',
  'read',
  'retry',
  'unknown',
  'failed',
  'cancelled',
  'expired',
  'suppressed',
  'held',
  'simulated',
] as const;
export type MessageState = (typeof messageStates)[number];

/** What happened to a message, one line each; the window shows `messages.try.<what>` and, with a code, its reason. */
export const messageTry = z.strictObject({
  at: instant,
  what: z.string(),
  state: z.enum(messageStates),
  /** Of the provider or channel, or why we did it ourselves (`replaced`, `sensitive`, `opted_out`, `quiet` …). */
  code: z.string().nullable(),
  /** Who, where a person did it. */
  actorId: id.nullable(),
});

export const messageView = z.strictObject({
  id,
  organizationId: id,
  /** Null for a test send or a digest. */
  ticketId: id.nullable(),
  number: z.string(),
  /** `restricted` of a sensitive ticket that is not being read: what it is, what it says and to whom is read with that alone. */
  kind: z.string(),
  channel: z.enum(channels),
  recipient: z.strictObject({ kind: z.enum(['contact', 'user']), userId: id.nullable(), name: z.string() }),
  /** Shown to whoever may see the ticket. */
  address: z.string(),
  language: z.enum(languages),
  critical: z.boolean(),
  state: z.enum(messageStates),
  createdAt: instant,
  dueAt: instant,
  expiresAt: instant,
  sentAt: instant.nullable(),
  finalAt: instant.nullable(),
  nextAt: instant.nullable(),
  code: z.string().nullable(),
  /** As it left, or as it would leave now. */
  subject: z.string().nullable(),
  text: z.string(),
  /** What the viewer may do with it. */
  canResend: z.boolean(),
  canCancel: z.boolean(),
  tries: z.array(messageTry),
});
export type MessageView = z.output<typeof messageView>;
export type MessageTry = z.output<typeof messageTry>;

export const messagesOfTicketInput = z.strictObject({ ticketId: id });

/** `trouble`: failed, unknown, held, expired and suppressed; `waiting`: what has not left yet. */
export const outboxViews = ['all', 'waiting', 'trouble', 'sent'] as const;
export const outboxPageInput = z.strictObject({
  view: z.enum(outboxViews),
  organizationId: id.optional(),
  channel: z.enum(channels).optional(),
  /** Of the page before: where to go on. */
  after: z.strictObject({ createdAt: instant, id }).nullable().default(null),
  limit: z.number().int().min(1).max(200).default(100),
});
export const outboxPage = z.strictObject({
  items: z.array(messageView),
  next: z.strictObject({ createdAt: instant, id }).nullable(),
  counts: z.record(z.enum(outboxViews), z.number().int()),
});
export type OutboxPage = z.output<typeof outboxPage>;

/** What a contact wrote and no ticket could be found for. */
export const unjoinedMessage = z.strictObject({
  /** The provider's. */
  id: z.string(),
  organizationId: id,
  channel: z.enum(channels),
  /** Of the sender; like the text empty for whoever sees no tickets. */
  address: z.string(),
  at: instant,
  text: z.string(),
});
export type UnjoinedMessage = z.output<typeof unjoinedMessage>;
export const unjoinedInput = outboxPageInput.pick({ organizationId: true, channel: true, limit: true });

/** `dry_run`: takes its course as far as the channel and is then `simulated`. */
export const byHandInput = z.strictObject({ messageId: id, act: z.enum(['resend', 'cancel', 'dry_run']) });

/** How a channel of an organization stands. */
export const channelStates = ['unset', 'working', 'paused', 'failing'] as const;

const quietHours = z.strictObject({ from: z.string().max(5), until: z.string().max(5) });

export const emailSettings = z.strictObject({
  channel: z.literal('email'),
  host: z.string().trim().max(253),
  port: z.number().int().min(1).max(65_535),
  /** `tls`: from the first byte; `starttls`: required before anything is said. */
  security: z.enum(['tls', 'starttls']),
  auth: z.enum(['none', 'password', 'oauth2']),
  userName: z.string().trim().max(320),
  fromName: z.string().trim().max(120),
  fromAddress: z.string().trim().max(320),
  oauth2: z
    .strictObject({ tokenUrl: z.string().max(300), clientId: z.string().max(300), scope: z.string().max(500) })
    .nullable(),
  /** PEM of the administrator's own authorities, beside the system's. */
  authorities: z.string().max(100_000),
  dkim: z.strictObject({ domain: z.string().max(253), selector: z.string().max(63) }).nullable(),
  /** Messages a second. */
  rate: z.number().min(0.01).max(1000),
});

/** How WhatsApp's owner stands to a Content template. */
export const approvalKinds = [
  'unsubmitted',
  'received',
  'pending',
  'approved',
  'rejected',
  'paused',
  'disabled',
] as const;

const contentTemplate = z.strictObject({
  kind: z.string().max(40),
  /** Status that a status update tells of; null for other kinds. */
  status: z.string().max(20).nullable(),
  language: z.enum(languages),
  contentSid: z.string().max(40),
  approval: z.enum(approvalKinds),
});

export const twilioSettings = z.strictObject({
  channel: z.enum(['whatsapp', 'sms']),
  accountSid: z.string().trim().max(40),
  /** Id of the API key, `SK…`; its secret is kept apart. */
  apiKeySid: z.string().trim().max(40),
  /** E.164, or the SID of a messaging service, `MG…`. */
  from: z.string().trim().max(40),
  contentTemplates: z.array(contentTemplate).max(500),
  /** Messages (WhatsApp) or segments (SMS) a second. */
  rate: z.number().min(0.01).max(1000),
});

export const channelSettings = z.discriminatedUnion('channel', [emailSettings, twilioSettings]);
export type ChannelSettings = z.output<typeof channelSettings>;
export type EmailSettings = z.output<typeof emailSettings>;
export type TwilioSettings = z.output<typeof twilioSettings>;

/** Which secret of a channel; each is written and never read back. */
export const secretNames = ['password', 'clientSecret', 'refreshToken', 'dkimKey', 'apiKeySecret'] as const;
export type SecretName = (typeof secretNames)[number];

export const channelView = z.strictObject({
  organizationId: id,
  channel: z.enum(channels),
  /** Null where it was never set up. */
  settings: channelSettings.nullable(),
  /** Which secrets are kept, and by what: the OS keychain, or the encrypted store where the desk has none. */
  secrets: z.array(
    z.strictObject({ name: z.enum(secretNames), keptBy: z.enum(['keychain', 'store']), savedAt: instant }),
  ),
  state: z.enum(channelStates),
  stateSince: instant.nullable(),
  code: z.string().nullable(),
  lastSuccessAt: instant.nullable(),
  /** Of the last 24 h. */
  sent: z.number().int(),
  failed: z.number().int(),
  held: z.number().int(),
  /** While it is not paused, or has no `code`: it was asked for by hand, and no answer has come yet. */
  nextProbeAt: instant.nullable(),
  /** The first day on which something of it ends that is known to: an authority of the administrator's own, or a sign-in. */
  endsAt: instant.nullable(),
});
export type ChannelView = z.output<typeof channelView>;

export const channelsInput = z.strictObject({ organizationId: id.optional() });
export const saveChannelInput = z.strictObject({
  organizationId: id,
  settings: channelSettings,
  /** Left out: stays as it is; empty: forgotten. */
  secrets: z.partialRecord(z.enum(secretNames), z.string().max(20_000)).default({}),
});
/** What is wrong with a channel's settings: the window shows `channels.problem.<code>` at the field that `path` names. */
export const channelProblemCodes = [
  'EMPTY',
  'HOST',
  'MAIL_ADDRESS',
  'NAME_LINES',
  'URL',
  'PEM',
  'ACCOUNT_SID',
  'KEY_SID',
  'SENDER',
  'CONTENT_SID',
  'CONTENT_TWICE',
  'SECRET_AGAIN',
] as const;
export const channelProblem = z.strictObject({
  /** Such as `oauth2.tokenUrl`, `contentTemplates.2.contentSid` or `secrets.password`. */
  path: z.string(),
  code: z.enum(channelProblemCodes),
});
export type ChannelProblem = z.output<typeof channelProblem>;
/** Saved when there is no problem. */
export const channelSaved = z.strictObject({ problems: z.array(channelProblem) });

export const probeChannelInput = z.strictObject({ organizationId: id, channel: z.enum(channels) });
/** To oneself: the address of the signed-in user's own settings, or one that is typed. */
export const testSendInput = z.strictObject({
  organizationId: id,
  channel: z.enum(channels),
  address: z.string().trim().min(1).max(320),
});

export const testSent = z.strictObject({ messageId: id });

/** How a user is told of a kind of news beside the inbox, where everything stands. */
export const noticeWays = ['desktop', ...channels] as const;
export const readerSettings = z.strictObject({
  email: z.string().trim().max(320),
  phone: z.string().trim().max(40),
  /** By kind; what is left out has the product's default. */
  ways: z.record(z.string().max(40), z.array(z.enum(noticeWays)).max(4)),
  /** Local times `HH:MM`; null: the product's default, 20:00 to 07:00. */
  quietHours: quietHours.nullable(),
});
export type ReaderSettingsValue = z.output<typeof readerSettings>;

/** What is known of an address of a contact beside its ticket. */
export const addressMarks = ['opted_out', 'not_on_channel', 'bad_address', 'allowed'] as const;
export const markAddressInput = z.strictObject({
  organizationId: id,
  channel: z.enum(channels),
  address: z.string().trim().min(1).max(320),
  mark: z.enum(['opted_out', 'allowed']),
});

/** How a contact can be reached: one of a ticket that is there, or of a call being taken. */
export const contactWaysInput = z.strictObject({
  organizationId: id,
  phone: z.string().trim().max(300),
  email: z.string().trim().max(300),
  /** Channels that the contact agreed to; left out: those of the organization. */
  channels: z.array(z.enum(channels)).max(3).optional(),
});
export const contactWay = z.strictObject({
  channel: z.enum(channels),
  /** As messages go to it; null where the contact has none that takes this channel's messages. */
  address: z.string().nullable(),
  /** Whether the contact, or else the organization, has it among its ways. */
  agreed: z.boolean(),
  mark: z.enum(addressMarks).exclude(['allowed']).nullable(),
  state: z.enum(channelStates),
});
export type ContactWay = z.output<typeof contactWay>;

/** A text as it would go out. `direction` of its script; `segments`, `encoding`: SMS only. */
export const templatePreview = z.strictObject({
  subject: z.string().nullable(),
  text: z.string(),
  html: z.string().nullable(),
  direction: z.enum(['ltr', 'rtl']),
  encoding: z.enum(['GSM-7', 'UCS-2']).nullable(),
  segments: z.number().int().nullable(),
  /** Of one such message; null for mail, and where the organization names no price. */
  price: z.strictObject({ currency: z.string(), amount: z.number() }).nullable(),
  /** Language of the text that stands in where this one has none; null where it has its own. */
  fallbackLanguage: z.enum(languages).nullable(),
});
export type TemplatePreview = z.output<typeof templatePreview>;

/** Which text; `draft`: as it is being written, null: as it would leave today. */
export const templatePreviewInput = z.strictObject({
  organizationId: id,
  key: z.enum(templateKeys),
  language: z.enum(languages),
  channel: z.enum(channels),
  draft: z.strictObject({ subject: z.string().max(200).nullable(), body: z.string().max(4000) }).nullable(),
});

export const templatesInput = z.strictObject({ organizationId: id });
/** The product's own texts, which leave where an organization has none; with their placeholders unfilled. */
export const productTexts = z.array(
  z.strictObject({
    key: z.enum(templateKeys),
    language: z.enum(languages),
    channel: z.enum(channels),
    /** Mail only; null elsewhere. */
    subject: z.string().nullable(),
    body: z.string(),
  }),
);
export type ProductText = z.output<typeof productTexts>[number];
