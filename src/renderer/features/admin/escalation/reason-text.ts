import type { NotFired } from '../../../../preload/contract/explain-rules.ts';
import { gradeList, kindList, oneOf } from '../../../ui/value-lists.ts';
import { formatInstant, isolated } from '../../../i18n/format.ts';
import type { Words } from '../describe/words.ts';
import type { Names } from './holder-text.ts';

type Given = Words & { names: Names };
type Reasons = { readonly [W in NotFired['why']]: (reason: Extract<NotFired, { why: W }>, given: Given) => string };
type Field = Extract<NotFired, { why: 'condition' }>['fields'][number];

/** A value of a condition, in words. */
function valueText(field: Field['field'], value: string, { t }: Given): string {
  if (field === 'category') return isolated(value);
  if (field === 'kind') return t(`kind.${oneOf(kindList, value, 'complaint')}`);
  return t(`${field}.${oneOf(gradeList, value, 'medium')}`);
}

function fieldText(mismatch: Field, given: Given): string {
  const { field, wants, has } = mismatch;
  const { t } = given;
  return t('escalation.reason.field', {
    field: t(`field.${field}`),
    wants: valueText(field, wants, given),
    has: has === '' ? t('escalation.reason.empty') : valueText(field, has, given),
  });
}

/** Why a rule does not act, one sentence a reason. */
const reasons: Reasons = {
  inactive: (_reason, { t }) => t('escalation.reason.inactive'),
  unusable: (_reason, { t }) => t('escalation.reason.unusable'),
  condition: ({ fields }, given) => given.list(fields.map((field) => fieldText(field, given))),
  duplicate: (_reason, { t }) => t('escalation.reason.duplicate'),
  ended: ({ status }, { t }) => t('escalation.reason.ended', { status: t(`status.${status}`) }),
  past_highest: ({ highest }, { t }) => t('escalation.reason.pastHighest', { level: highest }),
  not_above: ({ level }, { t }) => t('escalation.reason.notAbove', { level }),
  not_above_then: ({ level, at }, { t }) => t('escalation.reason.notAboveThen', { level, at: formatInstant(at) }),
  level_acted: ({ at }, { t }) =>
    at === null ? t('escalation.reason.acted') : t('escalation.reason.actedAt', { at: formatInstant(at) }),
  stepped_down: ({ level, at }, { t }) => t('escalation.reason.steppedDown', { level, at: formatInstant(at) }),
  not_creation: (_reason, { t }) => t('escalation.reason.notCreation'),
  not_breached: ({ target, clock }, { t }) => t(`escalation.reason.clock.${clock}`, { target: t(`sla.${target}`) }),
  no_reminder_sent: ({ because }, { t }) => t(`escalation.reason.reminder.${because}`),
  acted_on: ({ at }, { t }) => t('escalation.reason.actedOn', { at: formatInstant(at) }),
  published_later: ({ at }, { t }) => t('escalation.reason.publishedLater', { at: formatInstant(at) }),
  imported_history: ({ at }, { t }) => t('escalation.reason.history', { at: formatInstant(at) }),
  calendar_not_received: (_reason, { t }) => t('escalation.reason.calendar'),
  not_foreseen: (_reason, { t }) => t('escalation.reason.notForeseen'),
};

export function reasonText(reason: NotFired, given: Given): string {
  const say = reasons[reason.why] as (reason: NotFired, given: Given) => string;
  return say(reason, given);
}
