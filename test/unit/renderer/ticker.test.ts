import { expect, test } from 'vitest';
import { createDeskClock } from '../../../src/renderer/client/desk-clock.ts';
import { createTicker } from '../../../src/renderer/client/ticker.ts';
import { handTimers } from '../../support/renderer-timers.ts';

test('one timer serves every listener, on the whole second of the desk', () => {
  const timers = handTimers(10_250);
  const ticker = createTicker(timers.now, timers);
  const heard: string[] = [];
  const stops = ['a', 'b', 'c'].map((name) => ticker.subscribe(() => heard.push(`${name}${timers.now()}`)));
  expect(timers.waiting()).toBe(1);
  timers.advance(1750);
  expect(heard).toEqual(['a11000', 'b11000', 'c11000', 'a12000', 'b12000', 'c12000']);
  for (const stop of stops) stop();
  expect(timers.waiting()).toBe(0);
});

test('a listener that leaves during a tick takes nobody with it', () => {
  const timers = handTimers();
  const ticker = createTicker(timers.now, timers);
  let heard = 0;
  const stop = ticker.subscribe(() => stop());
  ticker.subscribe(() => (heard += 1));
  timers.advance(2000);
  expect(heard).toBe(2);
});

test('a hidden window counts nothing, and catches up when it is shown', () => {
  const timers = handTimers();
  const ticker = createTicker(timers.now, timers);
  let heard = 0;
  ticker.subscribe(() => (heard += 1));
  ticker.setVisible(false);
  timers.advance(60_000);
  expect(heard).toBe(0);
  ticker.setVisible(true);
  expect(heard).toBe(1);
  timers.advance(1000);
  expect(heard).toBe(2);
});

test('the clock is the desk’s, carried on by a clock that never goes back', () => {
  const timers = handTimers(500);
  const clock = createDeskClock(timers.now, 1_700_000_000_000);
  timers.advance(2500);
  expect(clock.nowAt()).toBe(1_700_000_002_500);
  clock.set(1_800_000_000_000);
  timers.advance(1000);
  expect(clock.nowAt()).toBe(1_800_000_001_000);
});

test('a jump of the clock is told at once', () => {
  const timers = handTimers();
  const ticker = createTicker(timers.now, timers);
  let heard = 0;
  ticker.subscribe(() => (heard += 1));
  ticker.poke();
  expect(heard).toBe(1);
  expect(timers.waiting()).toBe(1);
});
