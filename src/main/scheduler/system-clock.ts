import { uptime as secondsUp } from 'node:os';
import type { Instant } from '../../preload/contract/values.ts';
import { createWakeList } from './wake-list.ts';
import type { WatchedClock } from './watched-clock.ts';

/** What the machine gives; named so that a test can set its clock. */
export type Machine = {
  /** Wall clock, epoch ms. */
  wall(): Instant;
  /** Ms since some instant, never set back; sleep may be left out of it. */
  monotonic(): number;
  /** Ms since the machine started, sleep included. */
  uptime(): number;
  setTimer(afterMs: number, run: () => void): unknown;
  clearTimer(timer: unknown): void;
};

/**
 * Longest sleep of the one timer. A timer counts time that passes and not what the wall shows: after a change of the clock
 * it would be hours off, so the wall is looked at again at least this often. (It is far below 2^31 ms too, where
 * `setTimeout` fires at once.)
 */
const LONGEST_SLEEP_MS = 60_000;

/** Drift between wall and monotonic clock that counts as a jump; time servers slew by far less in a minute. */
const JUMP_MS = 2_000;
/** More than this, and no sleep to explain it, and nothing is done by this clock until somebody has looked at it. */
const TRUSTED_MS = 5 * 60_000;

export function createSystemClock(machine: Machine): WatchedClock {
  const wakes = createWakeList();
  const listeners = new Set<() => void>();
  let timer: unknown = null;
  let stopped = false;
  let wallThen = machine.wall();
  let monotonicThen = machine.monotonic();
  let uptimeThen = machine.uptime();
  /** Gathered since somebody confirmed the time: a clock that is set right again explains itself. */
  let movedMs = 0;

  const noticeJump = (): void => {
    const wall = machine.wall();
    const monotonic = machine.monotonic();
    const uptime = machine.uptime();
    const drift = wall - wallThen - (monotonic - monotonicThen);
    const unexplained = wall - wallThen - (uptime - uptimeThen);
    wallThen = wall;
    monotonicThen = monotonic;
    uptimeThen = uptime;
    if (Math.abs(unexplained) > JUMP_MS) movedMs += unexplained;
    if (Math.abs(drift) > JUMP_MS) tell();
  };

  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  const arm = (): void => {
    if (timer !== null) machine.clearTimer(timer);
    timer = null;
    if (stopped) return;
    const earliest = wakes.earliest();
    const waitMs = earliest === null ? LONGEST_SLEEP_MS : earliest - machine.wall();
    // Rounded up: a timer that fires a fraction early would be armed again at once.
    timer = machine.setTimer(Math.min(Math.max(Math.ceil(waitMs), 0), LONGEST_SLEEP_MS), look);
  };

  const look = (): void => {
    noticeJump();
    // One instant for the whole round: what a wake asks for "now" comes in a later turn and cannot starve the process.
    const nowAt = machine.wall();
    const due: (() => void)[] = [];
    for (let run = wakes.takeDue(nowAt); run !== null; run = wakes.takeDue(nowAt)) due.push(run);
    arm();
    for (const run of due) run();
  };

  arm();
  return {
    now: () => Math.floor(machine.wall()),
    wakeAt(at, run) {
      const cancel = wakes.add(at, run);
      arm();
      return cancel;
    },
    onJump: (listener) => void listeners.add(listener),
    movedByMs() {
      noticeJump();
      return Math.abs(movedMs) > TRUSTED_MS ? movedMs : null;
    },
    confirm() {
      movedMs = 0;
      tell();
    },
    recheck: look,
    stop() {
      stopped = true;
      arm();
    },
  };
}

/** The machine that this process runs on. */
export function thisMachine(): Machine {
  return {
    wall: () => Date.now(),
    monotonic: () => performance.now(),
    uptime: () => secondsUp() * 1000,
    setTimer: (afterMs, run) => setTimeout(run, afterMs),
    clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
  };
}
