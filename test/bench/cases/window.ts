import { hashRaw } from '@node-rs/argon2';
import { rm } from 'node:fs/promises';
import { percentile, timeEach, type Figure } from '../lib/figures.ts';
import { benchPassword, benchStore } from '../lib/bench-store.ts';
import { memoryMb, openDesk, openEmptyWindow, shown } from '../lib/window.ts';

const ROUNDS = 7;
/** Ten years: the desk runs by the real clock, and must not be met by a hundred thousand breaches. */
const farOff = { target: 87_600, created: 720 };

/** What the password alone costs: the time before it is accepted, which is spent on purpose. */
async function passwordMs(): Promise<number> {
  const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32, salt: Buffer.alloc(16) };
  return percentile(await timeEach(5, () => hashRaw(benchPassword, cost)), 0.5);
}

/** The real window, beside an empty one of the same Electron, in turn. */
export async function window(): Promise<Figure[]> {
  const { directory } = await benchStore(100_000, farOff);
  const empty: number[] = [];
  const desk: number[] = [];
  const usable: number[] = [];
  const memory: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await openEmptyWindow();
    empty.push(bare.ms);
    floor.push(await memoryMb(bare.app));
    await bare.app.close();

    const opened = await openDesk(directory);
    desk.push(opened.ms);
    await opened.page.getByLabel('Sign-in name').fill('admin');
    await opened.page.locator('input[type=password]').fill(benchPassword);
    const startedAt = performance.now();
    await opened.page.keyboard.press('Enter');
    await shown(opened.page, '[role=grid] [role=row][aria-rowindex="2"]');
    usable.push(performance.now() - startedAt - (await passwordMs()));
    memory.push(await memoryMb(opened.app));
    await opened.app.close();
  }
  await rm(directory, { recursive: true, force: true });
  const half = (samples: readonly number[]) => percentile(samples, 0.5);
  return [
    {
      name: 'start to the sign-in screen / empty window',
      value: half(desk) / half(empty),
      unit: '×',
      limit: 1.3,
      note: `${half(desk).toFixed(0)} ms / ${half(empty).toFixed(0)} ms, median of ${ROUNDS}`,
    },
    {
      name: 'accepted password to queue, 100 k tickets',
      value: half(usable),
      unit: 'ms',
      limit: 800,
      note: 'without the password itself',
    },
    {
      name: 'memory (PSS), queue of 100 k open / empty window',
      value: half(memory) / half(floor),
      unit: '×',
      limit: 1.5,
      note: `${half(memory).toFixed(0)} MB / ${half(floor).toFixed(0)} MB`,
    },
  ];
}
