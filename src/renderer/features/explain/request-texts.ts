import type { ExplanationPart } from '../../../preload/contract/explain.ts';
import { isolated } from '../../i18n/format.ts';
import type { Words } from './words.ts';

export function requestName({ ofName, askedById, askedAt, status }: ExplanationPart, { t, at, user }: Words): string {
  const values = { of: isolated(ofName), name: user(askedById), at: at(askedAt) };
  return t('explain.requests.asked', { ...values, status: t(`explanation.status.${status}`) });
}

export function requestDue({ dueAt, noDue, grantedMs, startAt }: ExplanationPart, { t, at, span }: Words): string {
  if (dueAt === null) return t(`explain.requests.noDue.${noDue ?? 'not_owed'}`);
  return t('explain.requests.due', { at: at(dueAt), granted: span(grantedMs ?? 0), startAt: at(startAt) });
}

export function climbText(climb: ExplanationPart['climbed'][number], { t, at, user }: Words): string {
  const values = { at: at(climb.at), level: climb.level };
  if (climb.toUserId === null) return t('explain.requests.climbedNobody', values);
  return t('explain.requests.climbed', { ...values, name: user(climb.toUserId) });
}

export function nextClimbText({ next }: ExplanationPart, { t, at, user }: Words): string {
  if (next.kind === 'will_not') return t(`explain.requests.notNext.${next.why}`);
  if (next.isDue) return t('explain.requests.nextDue', { at: at(next.at) });
  if (next.toUserId === null) return t('explain.requests.nextNobody', { at: at(next.at) });
  return t('explain.requests.next', { at: at(next.at), name: user(next.toUserId) });
}
