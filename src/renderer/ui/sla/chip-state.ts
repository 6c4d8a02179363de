import type { Clocks, TargetClock } from '../../../preload/contract/tickets.ts';
import type { Instant, Target } from '../../../preload/contract/values.ts';
import { secondsShownBelowMs } from './duration.ts';

export const tones = ['none', 'calm', 'soon', 'late', 'paused', 'met', 'missed'] as const;
/** `soon`: under half an hour, the desk's view of the same name. `missed`: late, but over. */
export type Tone = (typeof tones)[number];
export type ChipState = {
  tone: Tone;
  word: 'none' | 'left' | 'late' | 'paused' | 'met' | 'missed' | 'ended';
  /** What the word counts; null where it counts nothing. */
  spanMs: number | null;
};

export const soonMs = 30 * 60_000;

/** What the chip of one clock says at `nowAt`. A deadline just passed reads late before the engine has noted the breach. */
export function chipState(clock: TargetClock, nowAt: Instant): ChipState {
  switch (clock.kind) {
    case 'none':
      return { tone: 'none', word: 'none', spanMs: null };
    case 'running': {
      const leftMs = clock.dueAt - nowAt;
      // Exactly at the deadline it can still be met.
      if (leftMs < 0) return { tone: 'late', word: 'late', spanMs: -leftMs };
      return { tone: leftMs < soonMs ? 'soon' : 'calm', word: 'left', spanMs: leftMs };
    }
    case 'paused':
      return { tone: 'paused', word: 'paused', spanMs: clock.remainingMs };
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
export function thresholdOf(clock: TargetClock, nowAt: Instant): Threshold | null {
  const { tone, spanMs } = chipState(clock, nowAt);
  if (tone === 'late') return 'thresholdLate';
  if (tone !== 'soon' || spanMs === null) return null;
  return spanMs < secondsShownBelowMs ? 'thresholdVerySoon' : 'thresholdSoon';
}
