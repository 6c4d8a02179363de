import type { TellingPart, TellingStanding } from '../../../preload/contract/explain-tellings.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import type { Words } from './words.ts';

type Seats = Extract<TellingStanding, { kind: 'nobody' }>['seats'];
/** A word to find one's way by, and what is to be said. */
export type Said = { lead: string; text: string };

function seatsText(seats: Seats, { t, user }: Words): string {
  const texts = seats.map(({ seat, userId, standing }) => {
    const values = { seat: t(`explain.telling.seats.${seat}`), standing: t(`explain.telling.standing.${standing}`) };
    if (userId === null) return t('explain.telling.seat', values);
    return t('explain.telling.seatOf', { ...values, name: user(userId) });
  });
  return texts.join(t('explain.semicolon'));
}

const missedKeys = { breach: 'missedBreach', reminder: 'missedReminder', due: 'missedDue' } as const;

function missedText({ noticedAt, behind }: Extract<TellingStanding, { kind: 'missed' }>, { t, at }: Words): string {
  if (behind === null) return t('explain.telling.missed', { noticedAt: at(noticedAt) });
  return t(`explain.telling.${missedKeys[behind.kind]}`, { noticedAt: at(noticedAt), at: at(behind.at) });
}

function willText(standing: Extract<TellingStanding, { kind: 'will_come' }>, words: Words): string {
  const { t } = words;
  const { outcome, isDue, to, seats } = standing;
  if (outcome === 'missed') return t('explain.telling.willMissed');
  if (outcome === 'nobody') {
    const values = { seats: seatsText(seats, words) };
    return isDue ? t('explain.telling.isDueNobody', values) : t('explain.telling.willNobody', values);
  }
  const values = { names: words.users(to) };
  return isDue ? t('explain.telling.isDue', values) : t('explain.telling.sent', values);
}

function textOf(at: Instant | null, standing: TellingStanding, words: Words): string {
  const { t } = words;
  switch (standing.kind) {
    case 'sent': {
      const names = words.users(standing.to);
      if (at === null || standing.noticedAt === at) return t('explain.telling.sent', { names });
      return t('explain.telling.sentLate', { names, noticedAt: words.at(standing.noticedAt) });
    }
    case 'missed':
      return missedText(standing, words);
    case 'nobody':
      return t('explain.telling.nobody', { seats: seatsText(standing.seats, words) });
    case 'will_come':
      return willText(standing, words);
    case 'stands_still':
      return standing.resumedAt === null
        ? t('explain.telling.standsStillNever')
        : t('explain.telling.standsStill', { at: words.at(standing.resumedAt) });
    case 'will_not':
      return t(`explain.telling.${standing.why}`);
  }
}

/** How a warning or reminder came out, or will. @param at  its instant */
export function tellingText(at: Instant | null, standing: TellingStanding, words: Words): Said {
  const isDue = standing.kind === 'will_come' && standing.isDue;
  return {
    lead: words.t(`explain.telling.lead.${isDue ? 'due' : standing.kind}`),
    text: textOf(at, standing, words),
  };
}

export function tellingName({ kind, target, nth, percent, beforeMs }: TellingPart, { t, span }: Words): string {
  const name = t(`sla.${target}`);
  if (kind === 'warning') {
    return percent === null
      ? t('explain.tellings.warning', { target: name })
      : t('explain.tellings.warningAt', { target: name, percent });
  }
  if (nth === null) return t('explain.tellings.reminder');
  return beforeMs === null
    ? t('explain.tellings.reminderOld', { nth })
    : t('explain.tellings.reminderNth', { nth, before: span(beforeMs) });
}
