import type { ChannelProblem, ChannelSettings, SecretName } from '../../../../preload/contract/messages.ts';
import type { Channel } from '../../../../preload/contract/values.ts';

type Email = Extract<ChannelSettings, { channel: 'email' }>;
type Twilio = Exclude<ChannelSettings, Email>;

/** `PORT`, `RATE`: what the form itself reads; all else is main's to say. */
export type FieldCode = ChannelProblem['code'] | 'PORT' | 'RATE';
export type FieldProblem = { path: string; code: FieldCode };

/** Numbers as they are typed; the rest of the settings is text anyway. */
export type Typed = { port: string; rate: string };
/** What somebody has typed and not saved. Secrets are never in it: it outlives the page. */
export type ChannelForm = { settings: ChannelSettings; typed: Typed };

/** Rule: notifications.md, Outbox: where to begin. */
const beginnings: { readonly [C in Channel]: () => Extract<ChannelSettings, { channel: C }> | Twilio } = {
  email: () => ({
    channel: 'email',
    host: '',
    port: 587,
    security: 'starttls',
    auth: 'password',
    userName: '',
    fromName: '',
    fromAddress: '',
    oauth2: null,
    authorities: '',
    dkim: null,
    rate: 2,
  }),
  whatsapp: () => ({
    channel: 'whatsapp',
    accountSid: '',
    apiKeySid: '',
    from: '',
    contentTemplates: [],
    rate: 10,
  }),
  sms: () => ({ channel: 'sms', accountSid: '', apiKeySid: '', from: '', contentTemplates: [], rate: 1 }),
};

/** @param fromName  what mails of a channel that is new are signed with */
export function newSettings(channel: Channel, fromName: string): ChannelSettings {
  const settings = beginnings[channel]();
  return settings.channel === 'email' ? { ...settings, fromName } : settings;
}

export function formOf(settings: ChannelSettings): ChannelForm {
  const port = settings.channel === 'email' ? String(settings.port) : '';
  return { settings, typed: { port, rate: String(settings.rate) } };
}

/** Token fields belong to OAuth2 alone: what was typed there for another sign-in is not saved. */
function tidy(settings: ChannelSettings): ChannelSettings {
  if (settings.channel !== 'email') return settings;
  if (settings.auth !== 'oauth2') return { ...settings, oauth2: null };
  return { ...settings, oauth2: settings.oauth2 ?? { tokenUrl: '', clientId: '', scope: '' } };
}

function isNumber(text: string, least: number, most: number): boolean {
  return text.trim() !== '' && Number(text) >= least && Number(text) <= most;
}

/** @returns the settings to be saved, or what of the form is no value */
export function settingsOf({ settings, typed }: ChannelForm): ChannelSettings | FieldProblem[] {
  const hasPort = settings.channel === 'email';
  const problems: FieldProblem[] = [
    ...(hasPort && !(isNumber(typed.port, 1, 65_535) && Number.isInteger(Number(typed.port)))
      ? [{ path: 'port', code: 'PORT' as const }]
      : []),
    ...(isNumber(typed.rate, 0.01, 1000) ? [] : [{ path: 'rate', code: 'RATE' as const }]),
  ];
  if (problems.length > 0) return problems;
  const numbers = { rate: Number(typed.rate), ...(hasPort ? { port: Number(typed.port) } : {}) };
  return tidy({ ...settings, ...numbers });
}

export type SecretField = { name: SecretName; isNeeded: boolean; isLong: boolean };

/** Which secrets these settings speak of, and whether the channel is silent without. */
export function secretsFor(settings: ChannelSettings): SecretField[] {
  const plain = (name: SecretName, isNeeded = true): SecretField => ({ name, isNeeded, isLong: false });
  if (settings.channel !== 'email') return [plain('apiKeySecret')];
  return [
    ...(settings.auth === 'password' ? [plain('password')] : []),
    ...(settings.auth === 'oauth2' ? [plain('refreshToken'), plain('clientSecret', false)] : []),
    ...(settings.dkim === null ? [] : [{ name: 'dkimKey' as const, isNeeded: true, isLong: true }]),
  ];
}
