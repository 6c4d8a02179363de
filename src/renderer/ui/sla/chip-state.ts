import type { Clocks, TargetClock } from '../../../preload/contract/tickets.ts';
import type { Instant, Target } from '../../../preload/contract/values.ts';
import type { OpenHours } from '../../client/closings-store.ts';
import { secondsShownBelowMs } from './duration.ts';

export const tones = ['none', 'calm', 'soon', 'late', 'paused', 'met', 'missed'] as const;
/** `soon`: under half an hour, the desk's view of the same name. `missed`: late, but over. */
export type Tone = (typeof tones)[number];
export type ChipState = {
  tone: Tone;
  word: 'none' | 'left' | 'late' | 'paused' | 'resumes' | 'met' | 'missed' | 'ended';
  /** What the word counts; null where it counts nothing. */
  spanMs: number | null;
  /** When a clock that stands still goes on, where that is known. */
  resumesAt?: Instant;
};

export const soonMs = 30 * 60_000;

/**
 * What the chip of one clock says at `nowAt`. A deadline just passed reads late before the engine has noted the breach.
 * @param hours  of the calendar in which the clock counts: while that is closed it stands still, and what is left is
 * open time; null round the clock
 */
export function chipState(clock: TargetClock, nowAt: Instant, hours: OpenHours | null = null): ChipState {
  switch (clock.kind) {
    case 'none':
      return { tone: 'none', word: 'none', spanMs: null };
    case 'running': {
      const leftMs = clock.dueAt - nowAt;
      // Exactly at the deadline it can still be met.
      if (leftMs < 0) return { tone: 'late', word: 'late', spanMs: -leftMs };
      const closing = hours?.closingAt(nowAt) ?? null;
      if (closing !== null) {
        return closing.untilAt === null
          ? { tone: 'paused', word: 'paused', spanMs: null }
          : { tone: 'paused', word: 'resumes', spanMs: null, resumesAt: closing.untilAt };
      }
      const openMs = hours?.openMs(nowAt, clock.dueAt) ?? leftMs;
      return { tone: leftMs < soonMs ? 'soon' : 'calm', word: 'left', spanMs: openMs };
    }
    case 'paused':
      return { tone: 'paused', word: 'paused', spanMs: null };
    case 'met':
      return { tone: 'met', word: 'met', spanMs: null };
    case 'ended':
      return { tone: 'none', word: 'ended', spanMs: null };
    case 'breached':
      return clock.endedAt === null
        ? { tone: 'late', word: 'late', spanMs: nowAt - clock.dueAt }
        : { tone: 'missed', word: 'missed', spanMs: clock.endedAt - clock.dueAt };
  }
}

/** The two clocks that a row shows: a contact who waits for the next answer matters more than a first answer long given. */
export function shownTargets(clocks: Clocks): readonly [Target, Target] {
  const { kind } = clocks.next_response;
  const waits =
    kind === 'running' || kind === 'paused' || (kind === 'breached' && clocks.next_response.endedAt === null);
  const answered = clocks.response.kind === 'met' || clocks.response.kind === 'none';
  return [waits && answered ? 'next_response' : 'response', 'resolution'];
}

export const thresholds = ['thresholdSoon', 'thresholdVerySoon', 'thresholdLate'] as const;
export type Threshold = (typeof thresholds)[number];

/** The last threshold that a clock has passed: what a screen reader is told, instead of every second. */
export function thresholdOf(clock: TargetClock, nowAt: Instant, hours: OpenHours | null = null): Threshold | null {
  const { tone, spanMs } = chipState(clock, nowAt, hours);
  if (tone === 'late') return 'thresholdLate';
  if (tone !== 'soon' || spanMs === null) return null;
  return spanMs < secondsShownBelowMs ? 'thresholdVerySoon' : 'thresholdSoon';
}
