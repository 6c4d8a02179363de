import type { TFunction } from 'i18next';
import type { MessageState, MessageView } from '../../../preload/contract/messages.ts';
import type { courseEn } from '../../i18n/en/message/course.ts';
import { formatInstant, isolated } from '../../i18n/format.ts';
import { reasonOf } from './reason-keys.ts';

/** How a state looks beside its words: what is in trouble is red, what is put off waits. */
export type Tone = 'waiting' | 'left' | 'arrived' | 'trouble' | 'held' | 'ended';

export const toneOf: Readonly<Record<MessageState, Tone>> = {
  queued: 'waiting',
  claimed: 'waiting',
  sending: 'waiting',
  retry: 'waiting',
  sent: 'left',
  delivered: 'arrived',
  read: 'arrived',
  unknown: 'trouble',
  failed: 'trouble',
  expired: 'trouble',
  suppressed: 'held',
  held: 'held',
  cancelled: 'ended',
  simulated: 'ended',
};

/** Whom a mail server took it for, nobody ever confirms: a mail is never more than handed over. */
export function stateText(t: TFunction, { state, channel }: Pick<MessageView, 'state' | 'channel'>): string {
  return state === 'sent' && channel === 'email' ? t('message.state.sentMail') : t(`message.state.${state}`);
}

type Kind = keyof (typeof courseEn)['kind'];
type Step = keyof (typeof courseEn)['try'];

/** A kind that is not known was written by a newer desk, and is shown as such. */
export function kindText(t: TFunction, kind: string): string {
  return t(`message.kind.${kind as Kind}`, { defaultValue: t('message.kindUnknown', { kind: isolated(kind) }) });
}

export function stepText(t: TFunction, what: string): string {
  return t(`message.try.${what as Step}`, { defaultValue: t('message.tryUnknown', { what: isolated(what) }) });
}

/** Why, in plain words; a code that nobody has heard of is named. Empty where there is nothing to tell. */
export function reasonText(t: TFunction, code: string | null): string {
  if (code === null || code === '') return '';
  const reason = reasonOf(code);
  return reason === null ? t('message.reasonUnknown', { code: isolated(code) }) : t(`message.reason.${reason}`);
}

/** When something happens to it next, where a person waits for that. */
export function nextText(t: TFunction, { state, nextAt }: Pick<MessageView, 'state' | 'nextAt'>): string {
  if (nextAt === null || (state !== 'queued' && state !== 'retry' && state !== 'unknown')) return '';
  return t(`message.nextAt.${state}`, { at: formatInstant(nextAt) });
}

/** Whom it is for; whoever may see how messages go and no tickets is told no name. */
export function recipientText(t: TFunction, { kind, name }: MessageView['recipient']): string {
  if (name !== '') return name;
  return kind === 'user' ? t('message.unnamedStaff') : t('message.unnamed');
}

/** The message in a few words, for whoever hears a button's name and not what stands around it. */
export function aboutText(t: TFunction, message: MessageView): string {
  return t('message.about', {
    channel: t(`channel.${message.channel}`),
    kind: kindText(t, message.kind),
    name: isolated(recipientText(t, message.recipient)),
  });
}
