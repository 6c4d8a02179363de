import { expect, test } from 'vitest';
import type { Closings } from '../../../src/preload/contract/calendars.ts';
import { createClosingsStore, gatherMs, renewMs } from '../../../src/renderer/client/closings-store.ts';
import { answeringClient } from '../../support/renderer-client.ts';
import { handTimers } from '../../support/renderer-timers.ts';

const H = 3_600_000;
const told: Closings = {
  calendarVersionId: 'a',
  untilAt: 100 * H,
  closed: [
    { fromAt: 9 * H, untilAt: 16 * H },
    { fromAt: 24 * H, untilAt: null },
  ],
};

function desk(answer: () => Closings[] | null = () => [told]) {
  const client = answeringClient({
    'calendar.closings': () => {
      const value = answer();
      return value === null ? { ok: false, code: 'INTERNAL' } : { ok: true, value };
    },
  });
  const timers = handTimers();
  let heard = 0;
  const closings = createClosingsStore(client, timers, () => (heard += 1));
  const answered = async () => {
    timers.advance(gatherMs);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { client, timers, closings, answered, heard: () => heard };
}

test('calendars of all rows are asked for at once, each of them once', async () => {
  const { client, closings, answered, heard } = desk();
  for (const id of ['a', 'b', 'a']) closings.want(id);
  await answered();
  closings.want('a');
  closings.want('b');
  await answered();
  expect(client.asked.map(({ input }) => input)).toEqual([{ calendarVersionIds: ['a', 'b'] }]);
  expect(heard()).toBe(1);
});

test('a closing stands from its first moment to the moment before its end', async () => {
  const { closings, answered } = desk();
  expect(closings.hoursOf('a').closingAt(10 * H)).toBeNull();
  closings.want('a');
  await answered();
  const { closingAt } = closings.hoursOf('a');
  expect([9 * H - 1, 9 * H, 16 * H - 1, 16 * H, 30 * H].map((at) => closingAt(at)?.untilAt)).toEqual([
    undefined,
    16 * H,
    16 * H,
    undefined,
    null,
  ]);
});

test('open time leaves out what is closed, and is not known beyond what was told', async () => {
  const { closings, answered } = desk();
  closings.want('a');
  await answered();
  const { openMs } = closings.hoursOf('a');
  expect(openMs(8 * H, 17 * H)).toBe(2 * H);
  expect(openMs(10 * H, 12 * H)).toBe(0);
  expect(openMs(20 * H, 90 * H)).toBe(4 * H);
  expect(openMs(0, 101 * H)).toBeNull();
  expect(closings.hoursOf('b').openMs(0, H)).toBeNull();
});

test('what could not be had is asked for again by the next row, and what is had again each day', async () => {
  let works = false;
  const { client, closings, answered, timers } = desk(() => (works ? [told] : null));
  closings.want('a');
  await answered();
  works = true;
  closings.want('a');
  await answered();
  expect(client.asked).toHaveLength(2);
  timers.advance(renewMs);
  await answered();
  expect(client.asked).toHaveLength(3);
});
