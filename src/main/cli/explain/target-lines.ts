import type { NoClockReason, Reckoning, Stretch, TargetPart } from '../../../preload/contract/explain-clocks.ts';
import type { Derived } from '../../../preload/contract/explain.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import { tableText } from '../output/words.ts';
import { exactSpan, plural, section, targetNames, type Words } from './explain-words.ts';

export const noClockTexts: Readonly<Record<NoClockReason, string>> = {
  no_policy: 'no policy was matched',
  policy_not_received: 'its policy has not reached this desk yet',
  calendar_not_received: 'its calendar has not reached this desk yet',
  omitted: 'the policy has no such target',
  unusable_hours: 'the hours of the policy are no span of time',
  imported_without: 'the source of the import gave the ticket no deadline',
  not_in_cycle: 'after a reopening only resolution runs',
  nothing_waits: 'no message of the contact waits for an answer',
  cancelled: 'the ticket ended before it was answered: neither met nor missed',
  ended: 'the ticket has ended',
  never_opens: 'the calendar never opens that long',
};

const startTexts: Readonly<Record<Reckoning['startedBy'], string>> = {
  creation: 'the creation',
  reopening: 'the reopening',
  unmarking: 'the end of the sensitive mark',
  message: 'the first message that waits',
};

const reasonTexts: Readonly<Record<Extract<Stretch, { kind: 'closed' }>['because'], string>> = {
  weekly_hours: 'weekly hours',
  date_override: 'hours for a date',
  holiday: 'holiday',
  break: 'break',
  round_the_clock: 'round the clock',
};

function daysText(days: Extract<Stretch, { kind: 'open' }>['days']): string {
  return days.map(({ date, name }) => (name === null ? date : `${name} (${date})`)).join(', ');
}

/** `[from, to, what, span]` */
function rowOf(row: Stretch, { at }: Words): string[] {
  switch (row.kind) {
    case 'open':
    case 'closed': {
      const because =
        row.kind === 'open' && row.days.length === 0
          ? ''
          : `: ${[reasonTexts[row.because], daysText(row.days)].filter(Boolean).join(' ')}`;
      const what = row.kind === 'open' ? `counted${because}` : `not counted${because}`;
      return [at(row.fromAt), at(row.untilAt), what, exactSpan(row.ms)];
    }
    case 'pause': {
      const what = `not counted: ${row.status}, ${exactSpan(row.openMs)} of it open time`;
      return [at(row.fromAt), row.untilAt === null ? 'now' : at(row.untilAt), what, exactSpan(row.ms)];
    }
    case 'clock_change': {
      const way = row.byMs > 0 ? 'forward' : 'back';
      return [at(row.at), '', `the clock is put ${way} by ${exactSpan(Math.abs(row.byMs))}`, ''];
    }
    case 'run': {
      const each = row.eachMs === null ? '' : ` of ${exactSpan(row.eachMs)}`;
      const what = `counted: ${plural(row.openings, 'opening')}${each} (${exactSpan(row.closedMs)} between them not counted)`;
      return [at(row.fromAt), at(row.untilAt), what, exactSpan(row.openMs)];
    }
    case 'summed': {
      const what = `${row.rows} rows: ${exactSpan(row.closedMs)} closed, ${exactSpan(row.pausedMs)} paused, counted`;
      return [at(row.fromAt), at(row.untilAt), what, exactSpan(row.openMs)];
    }
  }
}

/** @returns one sentence: how the clock stands and why */
export function clockSentence({ target, clock, none, reckoning }: TargetPart, nowAt: Instant, { at }: Words): string {
  const name = targetNames[target];
  const granted =
    reckoning === null
      ? 'its time'
      : `${exactSpan(reckoning.grantedMs)}${reckoning.calendar === null ? '' : ' of open time'}`;
  switch (clock.kind) {
    case 'none':
      return `No ${name} clock: ${noClockTexts[none ?? 'ended']}.`;
    case 'running': {
      const moved =
        reckoning?.movedToMatch === true
          ? 'its time was used up when the policy was matched again'
          : `${granted} end then`;
      if (clock.dueAt <= nowAt)
        return `The ${name} deadline passed ${at(clock.dueAt)}, because ${moved}; no desk has noticed yet.`;
      return `The ${name} is due ${at(clock.dueAt)}, because ${moved}.`;
    }
    case 'paused': {
      const again = reckoning?.resumedDueAt ?? null;
      return `The ${name} clock stands still with ${exactSpan(clock.remainingMs)} left${again === null ? '' : `; running again now, it would be due ${at(again)}`}.`;
    }
    case 'met':
      return `The ${name} target was met ${at(clock.metAt)}${clock.dueAt === null ? '' : `, due ${at(clock.dueAt)}`}.`;
    case 'ended':
      return `The ${name} clock ended, nobody recorded when.`;
    case 'breached': {
      const noticed =
        clock.noticedAt === null || clock.noticedAt === clock.dueAt ? '' : `, noticed ${at(clock.noticedAt)}`;
      const ended = clock.endedAt === null ? 'it is still open' : `it ended ${at(clock.endedAt)}`;
      return `The ${name} deadline was missed: due ${at(clock.dueAt)}${noticed}; ${ended}.`;
    }
  }
}

function sumLine(
  { untilAt, elapsedMs, countedMs, closedMs, pausedMs, pausedOpenMs }: Reckoning,
  { at }: Words,
): string {
  const moved = pausedOpenMs === 0 ? '' : `; pauses moved the deadline by ${exactSpan(pausedOpenMs)} of open time`;
  const parts = `counted ${exactSpan(countedMs)} + closed ${exactSpan(closedMs)} + paused ${exactSpan(pausedMs)}`;
  return `To ${at(untilAt)}: ${exactSpan(elapsedMs)} = ${parts}${moved}`;
}

function stretchLines({ stretches }: Reckoning, words: Words): string[] {
  const lines = tableText(stretches.map((row) => rowOf(row, words)))
    .trimEnd()
    .split('\n');
  return lines.map((line) => `  ${line}`);
}

function reckoningLines(reckoning: Reckoning, words: Words): string[] {
  const { at } = words;
  const { policy, calendar, startAt, startedBy, grantedMs, usedMs, leftMs, overdue } = reckoning;
  const hours = calendar === null ? 'round the clock' : `in the open time of “${calendar.name}” (${calendar.timezone})`;
  const late =
    overdue === null
      ? []
      : [
          `Overdue since ${at(overdue.fromAt)}: ${exactSpan(overdue.openMs)} of open time, ${exactSpan(overdue.elapsedMs)} in all`,
        ];
  const isPlain = reckoning.closedMs === 0 && reckoning.pausedMs === 0 && reckoning.stretches.length === 1;
  return [
    `Counted by “${policy.name}” ${hours}, from ${startTexts[startedBy]} ${at(startAt)}`,
    `Granted ${exactSpan(grantedMs)} = used ${exactSpan(usedMs)} + left ${exactSpan(leftMs)}`,
    ...(isPlain ? [] : [sumLine(reckoning, words)]),
    ...late,
    ...(isPlain ? [] : stretchLines(reckoning, words)),
  ];
}

/** Each target: how its clock stands, and how it was counted. */
export function targetLines({ targets, nowAt }: Derived, words: Words): string[] {
  return targets.flatMap((part) => {
    const lines = part.reckoning === null ? [] : reckoningLines(part.reckoning, words);
    return section(clockSentence(part, nowAt, words), lines);
  });
}
