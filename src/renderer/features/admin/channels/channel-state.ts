import type { TFunction } from 'i18next';
import type { ChannelView } from '../../../../preload/contract/messages.ts';
import { reasonText } from '../../../ui/messages/message-words.ts';

/** Somebody has asked and no answer has come: see `nextProbeAt`. */
export function isBeingTried({
  state,
  code,
  nextProbeAt,
}: Pick<ChannelView, 'state' | 'code' | 'nextProbeAt'>): boolean {
  return nextProbeAt !== null && (state !== 'paused' || code === null);
}

/** Why a channel stands as it does, in plain words; empty where there is nothing to tell. */
export function whyText(t: TFunction, view: ChannelView): string {
  const { state, code, lastSuccessAt } = view;
  if (isBeingTried(view)) return t('channels.checking');
  if (state === 'unset') return t('channels.unsetHint');
  // A channel works as long as nothing is known to be wrong with it.
  if (state === 'working') return lastSuccessAt === null ? t('channels.unused') : '';
  const reason = reasonText(t, code);
  return state === 'paused' ? [reason, t('channels.pausedHint')].join(' ').trim() : reason;
}

/** How many of those that left, or should have, did not. */
export function shareText(t: TFunction, { sent, failed }: Pick<ChannelView, 'sent' | 'failed'>): string {
  const all = sent + failed;
  if (all === 0) return t('channels.nothingSent');
  return t('channels.failedShare', { failed, all, percent: Math.round((failed / all) * 100) });
}
