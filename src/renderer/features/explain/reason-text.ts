import type { NotFired } from '../../../preload/contract/explain-rules.ts';
import type { Words } from './words.ts';

const actions = [
  'noted',
  'replied',
  'status_changed',
  'assigned',
  'escalated',
  'stepped_down',
  'moved',
  'merged',
] as const;

/** Why a rule has not acted and will not. */
export function reasonText(reason: NotFired, words: Words): string {
  const { t, at } = words;
  switch (reason.why) {
    case 'ended':
      return t('explain.rule.why.ended', { status: t(`status.${reason.status}`) });
    case 'condition':
      return t('explain.rule.why.condition', { fields: words.mismatches(reason.fields) });
    case 'past_highest':
      return t('explain.rule.why.past_highest', { highest: reason.highest });
    case 'not_above':
      return t('explain.rule.why.not_above', { level: reason.level });
    case 'not_above_then':
      return t('explain.rule.why.not_above_then', { level: reason.level, at: at(reason.at) });
    case 'level_acted':
      return reason.at === null
        ? t('explain.rule.why.level_acted_before')
        : t('explain.rule.why.level_acted', { at: at(reason.at) });
    case 'stepped_down':
      return t('explain.rule.why.stepped_down', { level: reason.level, at: at(reason.at) });
    case 'not_creation':
      return t('explain.rule.why.not_creation', { at: at(reason.cycleStartedAt) });
    case 'not_breached': {
      const why = reason.none === null ? '' : t(`explain.noClock.${reason.none}`);
      return t(`explain.rule.notBreached.${reason.clock}`, { target: t(`sla.${reason.target}`), why });
    }
    case 'no_reminder_sent':
      return t('explain.rule.why.no_reminder_sent', { because: t(`explain.rule.noReminder.${reason.because}`) });
    case 'acted_on': {
      const known = actions.find((each) => each === reason.action) ?? 'other';
      const values = { name: words.user(reason.actorId), at: at(reason.at), reminderAt: at(reason.reminderAt) };
      return t('explain.rule.why.acted_on', { ...values, action: t(`explain.rule.action.${known}`) });
    }
    case 'published_later':
      return t('explain.rule.why.published_later', { at: at(reason.at), publishedAt: at(reason.publishedAt) });
    case 'imported_history':
      return t('explain.rule.why.imported_history', { at: at(reason.at) });
    default:
      return t(`explain.rule.why.${reason.why}`);
  }
}
