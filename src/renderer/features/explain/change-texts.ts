import type { Change, Derived } from '../../../preload/contract/explain.ts';
import { isolated } from '../../i18n/format.ts';
import { ruleTargetText } from './rule-texts.ts';
import type { Words } from './words.ts';

/** What somebody can do about how things stand. */
export function changeText(change: Change, words: Words): string {
  const { t, at } = words;
  switch (change.code) {
    case 'let_a_desk_run':
      return t('explain.change.let_a_desk_run', { at: at(change.sinceAt) });
    case 'reply_now':
    case 'resolve_now':
    case 'name_recipient':
      return t(`explain.change.${change.code}`);
    case 'reply_before':
      return t('explain.change.reply_before', { at: at(change.at), target: t(`sla.${change.target}`) });
    case 'resolve_before':
      return t('explain.change.resolve_before', { at: at(change.at) });
    case 'leave_status': {
      const values = { status: t(`status.${change.status}`), target: t(`sla.${change.target}`) };
      if (change.at === null) return t('explain.change.leave_status_never', values);
      return t('explain.change.leave_status', { ...values, at: at(change.at) });
    }
    case 'act_before':
    case 'acknowledge':
      return t(`explain.change.${change.code}`, { level: change.level, at: at(change.at) });
    case 'name_holder':
      return t('explain.change.name_holder', { level: change.level, target: ruleTargetText(change.target, words) });
    case 'reapply': {
      const name = isolated(change.policy);
      if (change.dueAt === null) return t('explain.change.reapply', { name });
      return t('explain.change.reapply_due', { name, at: at(change.dueAt) });
    }
  }
}

const kinds = ['warned', 'reminded', 'breached', 'escalated', 'explanation_reminded', 'explanation_escalated'] as const;

/** Something that was recorded and that the merged history does not yield. */
export function withoutEffectText({ kind, at, target, level }: Derived['withoutEffect'][number], words: Words): string {
  const { t } = words;
  const what = t(`explain.without.kind.${kinds.find((each) => each === kind) ?? 'other'}`);
  const values = { at: words.at(at), what };
  if (level !== null) return t('explain.without.level', { ...values, level });
  return target === null
    ? t('explain.without.plain', values)
    : t('explain.without.target', { ...values, target: t(`sla.${target}`) });
}
