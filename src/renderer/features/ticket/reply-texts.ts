import type { TFunction } from 'i18next';
import { isolated, leftToRight } from '../../i18n/format.ts';
import type { ReplyWay } from '../../ui/messages/reply-way.ts';

const hints = { sensitive: 'composer.sensitiveHint', no_way: 'composer.noWayHint' } as const;

function sendLabelOf(t: TFunction, name: string, reply: ReplyWay | null): string {
  const named = { name: isolated(name) };
  if (reply?.kind !== 'goes') return name === '' ? t('composer.recordReplyUnnamed') : t('composer.recordReply', named);
  const channel = t(`channel.${reply.way.channel}`);
  return name === '' ? t('composer.sendReplyUnnamed', { channel }) : t('composer.sendReply', { ...named, channel });
}

function hintOf(t: TFunction, reply: ReplyWay | null): string {
  if (reply === null) return '';
  if (reply.kind === 'recorded') return t(hints[reply.why]);
  if (reply.kind === 'held') return t('composer.heldHint');
  return t('composer.goesTo', {
    address: leftToRight(reply.way.address),
    channel: t(`channel.${reply.way.channel}`),
  });
}

/** The button that sends a reply names whom it reaches and how, or says that it only writes it down. */
export function replyTexts(t: TFunction, name: string, reply: ReplyWay | null): { sendLabel: string; hint: string } {
  return { sendLabel: sendLabelOf(t, name, reply), hint: hintOf(t, reply) };
}
