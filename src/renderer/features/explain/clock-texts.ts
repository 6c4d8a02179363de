import type { Stretch, TargetPart } from '../../../preload/contract/explain-clocks.ts';
import type { Derived } from '../../../preload/contract/explain.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import { isolated } from '../../i18n/format.ts';
import type { Words } from './words.ts';

type Running = Extract<TargetPart['clock'], { kind: 'running' }>;
type Breached = Extract<TargetPart['clock'], { kind: 'breached' }>;

function runningSentence(
  { dueAt }: Running,
  { reckoning }: TargetPart,
  nowAt: Instant,
  { t, at, span }: Words,
): string {
  if (dueAt <= nowAt) return t('explain.clock.passed', { at: at(dueAt) });
  if (reckoning?.movedToMatch === true) return t('explain.clock.dueMoved', { at: at(dueAt) });
  const values = { at: at(dueAt), granted: span(reckoning?.grantedMs ?? 0) };
  return (reckoning?.calendar ?? null) === null ? t('explain.clock.due', values) : t('explain.clock.dueOpen', values);
}

function breachedSentence({ dueAt, noticedAt, endedAt }: Breached, { t, at }: Words): string {
  if (endedAt !== null) return t('explain.clock.missed', { at: at(dueAt), endedAt: at(endedAt) });
  if (noticedAt === null || noticedAt === dueAt) return t('explain.clock.late', { at: at(dueAt) });
  return t('explain.clock.lateNoticed', { at: at(dueAt), noticedAt: at(noticedAt) });
}

/** @returns one sentence: how a target's clock stands, and why */
export function clockSentence(part: TargetPart, nowAt: Instant, words: Words): string {
  const { t, at, span } = words;
  const { clock, none, reckoning } = part;
  switch (clock.kind) {
    case 'none':
      return t('explain.clock.none', { why: t(`explain.noClock.${none ?? 'ended'}`) });
    case 'running':
      return runningSentence(clock, part, nowAt, words);
    case 'paused': {
      const left = span(clock.remainingMs);
      const resumedAt = reckoning?.resumedDueAt ?? null;
      return resumedAt === null
        ? t('explain.clock.pausedNever', { left })
        : t('explain.clock.paused', { left, at: at(resumedAt) });
    }
    case 'met':
      return clock.dueAt === null
        ? t('explain.clock.metUndue', { metAt: at(clock.metAt) })
        : t('explain.clock.met', { metAt: at(clock.metAt), at: at(clock.dueAt) });
    case 'ended':
      return t('explain.clock.ended');
    case 'breached':
      return breachedSentence(clock, words);
  }
}

/** The clock that matters most, in one sentence. */
export function headline({ targets, leading, nowAt }: Derived, words: Words): string {
  const part = targets.find(({ target }) => target === leading);
  return part === undefined ? words.t('explain.clock.nothing') : clockSentence(part, nowAt, words);
}

function daysText(days: Extract<Stretch, { kind: 'open' }>['days'], { t }: Words): string {
  const texts = days.map(({ date, name }) => {
    const plain = isolated(date);
    return name === null ? plain : t('explain.stretch.day', { name: isolated(name), date: plain });
  });
  return texts.join(t('explain.comma'));
}

/** @returns what a stretch is, counted or not and why */
export function stretchText(row: Stretch, words: Words): string {
  const { t, span } = words;
  switch (row.kind) {
    case 'open':
      return row.days.length === 0
        ? t('explain.stretch.open')
        : t('explain.stretch.openOn', { days: daysText(row.days, words) });
    case 'closed':
      return t(`explain.stretch.${row.because}`, { days: daysText(row.days, words) });
    case 'pause':
      return t('explain.stretch.pause', { status: t(`status.${row.status}`), open: span(row.openMs) });
    case 'clock_change':
      return t(`explain.stretch.${row.byMs > 0 ? 'clockForward' : 'clockBack'}`, { span: span(row.byMs) });
    case 'run': {
      const values = { count: row.openings, closed: span(row.closedMs) };
      if (row.eachMs === null) return t('explain.stretch.run', values);
      return t('explain.stretch.runEach', { ...values, each: span(row.eachMs) });
    }
    case 'summed':
      return t('explain.stretch.summed', { count: row.rows, closed: span(row.closedMs), paused: span(row.pausedMs) });
  }
}

/** Whether a stretch is part of what was granted. */
export function isCounted({ kind }: Stretch): boolean {
  return kind === 'open' || kind === 'run' || kind === 'summed';
}

/** @returns ms that the row stands for in its column: what counts of it, or else how long it lasted */
export function msOf(row: Stretch): number | null {
  if (row.kind === 'clock_change') return null;
  return row.kind === 'run' || row.kind === 'summed' ? row.openMs : row.ms;
}
