import { describe, expect, test } from 'vitest';
import { createManualClock } from '../../../src/main/scheduler/manual-clock.ts';
import { createSystemClock, type Machine } from '../../../src/main/scheduler/system-clock.ts';

/** A machine whose two clocks and one timer are moved by hand. */
function machine(wallAt: number) {
  let wall = wallAt;
  let monotonic = 0;
  let slept = 0;
  let timer: { fireAt: number; run: () => void; waitMs: number } | null = null;
  const waits: number[] = [];
  const parts: Machine = {
    wall: () => wall,
    monotonic: () => monotonic,
    uptime: () => monotonic + slept,
    setTimer(afterMs, run) {
      waits.push(afterMs);
      timer = { fireAt: monotonic + afterMs, run, waitMs: afterMs };
      return timer;
    },
    clearTimer(given) {
      if (given === timer) timer = null;
    },
  };
  return {
    parts,
    waits,
    /** Time passes, on both clocks. */
    pass: (ms: number) => {
      const endAt = monotonic + ms;
      while (timer !== null && timer.fireAt <= endAt) {
        const { fireAt, run } = timer;
        wall += fireAt - monotonic;
        monotonic = fireAt;
        timer = null;
        run();
      }
      wall += endAt - monotonic;
      monotonic = endAt;
    },
    /** Somebody sets the wall clock. */
    set: (byMs: number) => {
      wall += byMs;
    },
    sleep: (ms: number) => {
      wall += ms;
      slept += ms;
    },
  };
}

describe('the system clock', () => {
  test('wakes at the instant and not before', () => {
    const { parts, pass } = machine(1_000_000);
    const clock = createSystemClock(parts);
    const woken: number[] = [];
    clock.wakeAt(1_090_500, () => woken.push(clock.now()));
    pass(90_499);
    expect(woken).toEqual([]);
    pass(1);
    expect(woken).toEqual([1_090_500]);
  });

  test('never sleeps longer than a minute, so a wait of years does not fire at once', () => {
    const { parts, pass, waits } = machine(0);
    const clock = createSystemClock(parts);
    let woken = 0;
    clock.wakeAt(100 * 365 * 86_400_000, () => (woken += 1));
    pass(10 * 60_000);
    expect(woken).toBe(0);
    expect(Math.max(...waits)).toBe(60_000);
  });

  test('notices within a minute that it was set forward, tells so, and wakes whom it passed', () => {
    const { parts, pass, set } = machine(0);
    const clock = createSystemClock(parts);
    const heard: string[] = [];
    clock.onJump(() => heard.push('jump'));
    clock.wakeAt(3_600_000, () => heard.push('woken'));
    set(7_200_000);
    pass(60_000);
    expect(heard).toEqual(['jump', 'woken']);
  });

  test('waits for the wall when it was set back', () => {
    const { parts, pass, set } = machine(10_000_000);
    const clock = createSystemClock(parts);
    let woken = 0;
    clock.wakeAt(10_030_000, () => (woken += 1));
    set(-3_600_000);
    pass(60_000);
    expect(woken).toBe(0);
    pass(3_600_000);
    expect(woken).toBe(1);
  });

  test('does not take the small steps of a time server for a jump', () => {
    const { parts, pass, set } = machine(0);
    const clock = createSystemClock(parts);
    let jumps = 0;
    clock.onJump(() => (jumps += 1));
    for (let minute = 0; minute < 60; minute += 1) {
      set(300);
      pass(60_000);
    }
    expect(jumps).toBe(0);
  });

  test('wakes for what has passed in a later turn, and not whom it cancelled', () => {
    const { parts, pass } = machine(1_000);
    const clock = createSystemClock(parts);
    const heard: string[] = [];
    clock.wakeAt(0, () => heard.push('past'));
    const cancel = clock.wakeAt(1_000, () => heard.push('cancelled'));
    cancel();
    expect(heard).toEqual([]);
    pass(0);
    expect(heard).toEqual(['past']);
  });

  test('looks at once when it is told that the machine woke', () => {
    const { parts, set } = machine(0);
    const clock = createSystemClock(parts);
    let woken = 0;
    clock.wakeAt(3_600_000, () => (woken += 1));
    set(3_600_000);
    clock.recheck();
    expect(woken).toBe(1);
  });
});

describe('a clock that somebody sets', () => {
  const hour = 3_600_000;

  test('is trusted after five minutes and not after more, forward or back, until a person confirms it', () => {
    for (const sign of [1, -1]) {
      const { parts, set } = machine(10 * hour);
      const clock = createSystemClock(parts);
      set(sign * 300_000);
      expect(clock.movedByMs()).toBeNull();
      set(sign * 3_000);
      expect(clock.movedByMs()).toBe(sign * 303_000);
      let told = 0;
      clock.onJump(() => (told += 1));
      clock.confirm();
      expect([clock.movedByMs(), told]).toEqual([null, 1]);
    }
  });

  test('is trusted after sleep, however long, and again when it was set right', () => {
    const { parts, set, sleep } = machine(10 * hour);
    const clock = createSystemClock(parts);
    sleep(60 * hour);
    expect(clock.movedByMs()).toBeNull();
    set(3 * hour);
    expect(clock.movedByMs()).toBe(3 * hour);
    set(-3 * hour);
    expect(clock.movedByMs()).toBeNull();
  });
});

describe('the manual clock', () => {
  test('wakes in the order of the instants, each at its own', () => {
    const clock = createManualClock(0);
    const woken: [string, number][] = [];
    clock.wakeAt(30, () => woken.push(['b', clock.now()]));
    clock.wakeAt(10, () => {
      woken.push(['a', clock.now()]);
      clock.wakeAt(20, () => woken.push(['a2', clock.now()]));
    });
    clock.advance(25);
    expect(woken).toEqual([
      ['a', 10],
      ['a2', 20],
    ]);
    expect(clock.now()).toBe(25);
    clock.advance(5);
    expect(woken.at(-1)).toEqual(['b', 30]);
  });

  test('can be set back, and tells so', () => {
    const clock = createManualClock(100);
    let jumps = 0;
    clock.onJump(() => (jumps += 1));
    clock.advance(-50);
    expect([clock.now(), jumps]).toEqual([50, 1]);
  });
});
