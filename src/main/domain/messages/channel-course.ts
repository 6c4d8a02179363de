import type { Instant } from '../../../preload/contract/values.ts';

/** How a channel stands, as its messages and probes leave it. */
export type ChannelStanding = {
  state: 'working' | 'failing' | 'paused';
  since: Instant;
  /** Of what last went wrong; null while it works. */
  code: string | null;
  /** In a row. */
  failures: number;
  lastSuccessAt: Instant | null;
  /** While paused, or because somebody wants to know now. */
  nextProbeAt: Instant | null;
  /** Nothing is sent before: the line is down, or the other side asked for patience. */
  waitsUntil: Instant | null;
};

/** What a message's answer, or a probe, says of its channel. */
export type ChannelEffect =
  | { kind: 'success' }
  | { kind: 'failure'; code: string }
  | { kind: 'pause'; code: string }
  | { kind: 'waits'; untilAt: Instant; code: string }
  | { kind: 'probe_failed'; code: string }
  /** By hand. */
  | { kind: 'probe_wanted' }
  /** A probe passed, or somebody saved its settings: whatever was wrong may be right now. */
  | { kind: 'cleared' };

const PROBE_MS = 60_000;
/** Rule: notifications.md, Outbox: five failures in a row pause a channel. */
const MOST_FAILURES = 5;

export function freshChannel(nowAt: Instant): ChannelStanding {
  const nothing = { code: null, failures: 0, lastSuccessAt: null, nextProbeAt: null, waitsUntil: null };
  return { state: 'working', since: nowAt, ...nothing };
}

function standing(before: ChannelStanding, state: ChannelStanding['state'], nowAt: Instant): ChannelStanding {
  return { ...before, state, since: before.state === state ? before.since : nowAt };
}

function paused(before: ChannelStanding, code: string, nowAt: Instant): ChannelStanding {
  return { ...standing(before, 'paused', nowAt), code, nextProbeAt: nowAt + PROBE_MS, waitsUntil: null };
}

function failed(before: ChannelStanding, code: string, nowAt: Instant): ChannelStanding {
  const failures = before.failures + 1;
  if (before.state === 'paused') return { ...before, failures, code };
  if (failures >= MOST_FAILURES) return { ...paused(before, code, nowAt), failures };
  return { ...standing(before, 'failing', nowAt), failures, code };
}

/** @returns how it stands after `effect`. Rule: notifications.md, Outbox: paused, shown, probed every 60 s. */
export function channelAfter(before: ChannelStanding, effect: ChannelEffect, nowAt: Instant): ChannelStanding {
  switch (effect.kind) {
    case 'success':
      return { ...standing(before, 'working', nowAt), ...working, lastSuccessAt: nowAt };
    case 'cleared':
      return { ...standing(before, 'working', nowAt), ...working };
    case 'failure':
      return failed(before, effect.code, nowAt);
    case 'pause':
      return paused(before, effect.code, nowAt);
    case 'probe_failed':
      return paused(before, effect.code, nowAt);
    case 'probe_wanted':
      // Without a code until there is an answer: the last one may not be true any more.
      return { ...before, code: null, nextProbeAt: nowAt };
    case 'waits':
      return { ...before, waitsUntil: Math.max(effect.untilAt, before.waitsUntil ?? 0) };
  }
}

const working = { code: null, failures: 0, nextProbeAt: null, waitsUntil: null };
