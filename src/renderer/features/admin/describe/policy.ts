import type { Target } from '../../../../preload/contract/values.ts';
import { isolated } from '../../../i18n/format.ts';
import { durationText } from '../frame/duration-text.ts';
import type { ValueOf } from '../frame/things.ts';
import { targetList } from '../frame/value-lists.ts';
import type { Part } from './line.ts';
import type { Words } from './words.ts';

type Policy = ValueOf<'policy'>;
type Conditions = Policy['match'];

const targetLabels = {
  response: 'sla.response',
  next_response: 'sla.next_response',
  resolution: 'sla.resolution',
} as const satisfies Record<Target, string>;

/** What tickets a policy or rule speaks of, in words. */
export function conditionsText({ kind, category, severity, priority }: Conditions, { t, list }: Words): string {
  const named = [
    ...(kind === null ? [] : [t(`kind.${kind}`)]),
    ...(category === null ? [] : [isolated(category)]),
    ...(severity === null ? [] : [t('describe.severity', { severity: t(`severity.${severity}`) })]),
    ...(priority === null ? [] : [t('describe.priority', { priority: t(`priority.${priority}`) })]),
  ];
  return named.length === 0 ? t('describe.everyTicket') : list(named);
}

export function calendarText(calendarId: string | null, { t, name }: Words): string {
  return calendarId === null ? t('policies.roundTheClock') : name('calendar', calendarId);
}

export function targetText(seconds: number | null, { t }: Words): string {
  return seconds === null ? t('policies.noTarget') : isolated(durationText(t, seconds));
}

export const policyParts: readonly Part<Policy>[] = [
  { label: 'describe.name', of: ({ name }) => name, say: ({ name }) => isolated(name) },
  {
    label: 'describe.use',
    of: ({ active }) => active,
    say: ({ active }, { t }) => t(active ? 'describe.inUse' : 'describe.outOfUse'),
  },
  {
    label: 'policies.match',
    of: ({ match }) => match,
    say: ({ match }, words) => conditionsText(match, words),
  },
  ...targetList.map((target): Part<Policy> => ({
    label: targetLabels[target],
    of: ({ targetSeconds }) => targetSeconds[target],
    say: ({ targetSeconds }, words) => targetText(targetSeconds[target], words),
  })),
  {
    label: 'policies.calendar',
    of: ({ calendarId }) => calendarId,
    say: ({ calendarId }, words) => calendarText(calendarId, words),
  },
  {
    label: 'policies.pauseStatuses',
    of: ({ pauseStatuses }) => pauseStatuses.toSorted(),
    say: ({ pauseStatuses }, { t, list }) => list(pauseStatuses.map((status) => t(`status.${status}`))),
  },
  {
    label: 'policies.pausesAffect',
    of: ({ pausesAffect }) => pausesAffect.toSorted(),
    say: ({ pausesAffect }, { t, list }) => list(pausesAffect.map((target) => t(`sla.${target}`))),
  },
  {
    label: 'policies.warnPercent',
    of: ({ warnPercent }) => warnPercent,
    say: ({ warnPercent }, { t }) => t('describe.percent', { percent: warnPercent }),
  },
  {
    label: 'policies.reminders',
    of: ({ remindersBeforeSeconds }) => remindersBeforeSeconds,
    say: ({ remindersBeforeSeconds }, { t, list }) =>
      list(remindersBeforeSeconds.map((seconds) => isolated(durationText(t, seconds)))),
  },
  {
    label: 'policies.highestLevel',
    of: ({ highestLevel }) => highestLevel,
    say: ({ highestLevel }, { t }) => (highestLevel === null ? t('policies.noLimit') : String(highestLevel)),
  },
  {
    label: 'policies.reopening',
    of: ({ reopening }) => reopening,
    say: ({ reopening }, { t }) => t(`policies.reopeningKind.${reopening}`),
  },
  {
    label: 'policies.firstMove',
    of: ({ firstMoveIsResponse }) => firstMoveIsResponse,
    say: ({ firstMoveIsResponse }, { t }) => t(firstMoveIsResponse ? 'describe.yes' : 'describe.no'),
  },
];
