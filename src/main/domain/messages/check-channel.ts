import type {
  ChannelProblem,
  ChannelSettings,
  EmailSettings,
  SecretName,
  TwilioSettings,
} from '../../../preload/contract/messages.ts';
import { mailAddress } from './addresses.ts';

/** Settings as they are to be, and what is there already. */
export type ChannelToCheck = {
  settings: ChannelSettings;
  /** Null where the channel was never set up. */
  before: ChannelSettings | null;
  /** Secrets that are kept already. */
  kept: readonly SecretName[];
  /** Secrets that come with these settings, also those that are to be forgotten. */
  given: readonly string[];
  /** Whether the administrator's own authorities can be read: that takes more than rules know. */
  areAuthoritiesReadable: boolean;
};

const host =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?)(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?)*$/u;
/** Those that renew a mail account's token; the channels reach no other. */
const tokenUrl = /^https:\/\/(?:login\.microsoftonline\.com|oauth2\.googleapis\.com)\/\S*$/u;
const sidOf = (prefix: string): RegExp => new RegExp(`^${prefix}[0-9a-fA-F]{32}$`, 'u');
const accountSid = sidOf('AC');
const keySid = sidOf('SK');
const serviceSid = sidOf('MG');
const contentSid = sidOf('HX');

type Rule<S> = { path: string; code: ChannelProblem['code']; isWrong: (settings: S) => boolean };

const isEmpty = (text: string): boolean => text.trim() === '';

const emailRules: readonly Rule<EmailSettings>[] = [
  { path: 'host', code: 'EMPTY', isWrong: (mail) => isEmpty(mail.host) },
  { path: 'host', code: 'HOST', isWrong: (mail) => !isEmpty(mail.host) && !host.test(mail.host) },
  { path: 'fromAddress', code: 'EMPTY', isWrong: (mail) => isEmpty(mail.fromAddress) },
  {
    path: 'fromAddress',
    code: 'MAIL_ADDRESS',
    isWrong: (mail) => !isEmpty(mail.fromAddress) && mailAddress(mail.fromAddress) === null,
  },
  { path: 'fromName', code: 'NAME_LINES', isWrong: (mail) => /\p{Cc}/u.test(mail.fromName) },
  { path: 'userName', code: 'EMPTY', isWrong: (mail) => mail.auth !== 'none' && isEmpty(mail.userName) },
  {
    path: 'oauth2.tokenUrl',
    code: 'URL',
    isWrong: (mail) => mail.auth === 'oauth2' && !tokenUrl.test(mail.oauth2?.tokenUrl ?? ''),
  },
  {
    path: 'oauth2.clientId',
    code: 'EMPTY',
    isWrong: (mail) => mail.auth === 'oauth2' && isEmpty(mail.oauth2?.clientId ?? ''),
  },
  { path: 'dkim.domain', code: 'HOST', isWrong: ({ dkim }) => dkim !== null && !host.test(dkim.domain) },
  { path: 'dkim.selector', code: 'HOST', isWrong: ({ dkim }) => dkim !== null && !host.test(dkim.selector) },
];

/** In E.164. Whether the account owns it, the provider says; those that it gives for trials are no country's. */
const number = /^\+[1-9]\d{6,14}$/u;

const twilioRules: readonly Rule<TwilioSettings>[] = [
  { path: 'accountSid', code: 'ACCOUNT_SID', isWrong: (account) => !accountSid.test(account.accountSid) },
  { path: 'apiKeySid', code: 'KEY_SID', isWrong: (account) => !keySid.test(account.apiKeySid) },
  { path: 'from', code: 'SENDER', isWrong: ({ from }) => !number.test(from) && !serviceSid.test(from) },
];

function contentProblems({ contentTemplates }: TwilioSettings): ChannelProblem[] {
  const names = contentTemplates.map(({ kind, status, language }) => `${kind} ${status ?? ''} ${language}`);
  return contentTemplates.flatMap((template, n): ChannelProblem[] => [
    ...(contentSid.test(template.contentSid)
      ? []
      : [{ path: `contentTemplates.${n}.contentSid`, code: 'CONTENT_SID' as const }]),
    ...(names.indexOf(names[n] ?? '') === n ? [] : [{ path: `contentTemplates.${n}`, code: 'CONTENT_TWICE' as const }]),
  ]);
}

/** Whom each secret is shown to. Settings that name somebody else would hand them what another was trusted with. */
const shownTo: Readonly<Record<SecretName, (settings: ChannelSettings) => string>> = {
  password: (mail) => (mail.channel === 'email' ? `${mail.host}:${mail.port} ${mail.userName}` : ''),
  clientSecret: (mail) => (mail.channel === 'email' ? `${mail.oauth2?.tokenUrl} ${mail.oauth2?.clientId}` : ''),
  refreshToken: (mail) => (mail.channel === 'email' ? `${mail.oauth2?.tokenUrl} ${mail.oauth2?.clientId}` : ''),
  // It signs, and is shown to nobody.
  dkimKey: () => '',
  apiKeySecret: (account) => (account.channel === 'email' ? '' : `${account.accountSid} ${account.apiKeySid}`),
};

function secretProblems({ settings, before, kept, given }: ChannelToCheck): ChannelProblem[] {
  if (before === null) return [];
  return kept
    .filter((name) => !given.includes(name) && shownTo[name](before) !== shownTo[name](settings))
    .map((name) => ({ path: `secrets.${name}`, code: 'SECRET_AGAIN' as const }));
}

function broken<S>(rules: readonly Rule<S>[], settings: S): ChannelProblem[] {
  return rules.filter(({ isWrong }) => isWrong(settings)).map(({ path, code }) => ({ path, code }));
}

/**
 * What is wrong with a channel's settings; nothing where they can be saved. Whether they are right, only the other side
 * knows: a probe asks it. Rule: notifications.md, Twilio and Email.
 */
export function checkChannel(asked: ChannelToCheck): ChannelProblem[] {
  const { settings, areAuthoritiesReadable } = asked;
  if (settings.channel === 'email')
    return [
      ...broken(emailRules, settings),
      ...(areAuthoritiesReadable ? [] : [{ path: 'authorities', code: 'PEM' as const }]),
      ...secretProblems(asked),
    ];
  return [...broken(twilioRules, settings), ...contentProblems(settings), ...secretProblems(asked)];
}
