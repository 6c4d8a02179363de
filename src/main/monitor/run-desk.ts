import type { Store } from '../store/store.ts';
import type { Logger } from '../ports/logger.ts';
import type { Random } from '../ports/random.ts';
import { startOutbox } from '../outbox/start-outbox.ts';
import type { Instant } from '../../preload/contract/values.ts';
import { createScheduler } from '../scheduler/scheduler.ts';
import type { WatchedClock } from '../scheduler/watched-clock.ts';
import { actLine, heldWords, line, nextWords, stepLine } from './report-work.ts';

type MakeSender = Parameters<typeof startOutbox>[1];

/**
 * Runs the desk's engine on an open store and says what it does.
 * @param say  takes one line
 * @param stopped  resolves when the desk is to stop
 */
export async function runDesk(
  parts: { store: Store; clock: WatchedClock; random: Random; logger: Logger; makeSender: MakeSender },
  say: (line: string) => void,
  stopped: Promise<void>,
): Promise<void> {
  const { store, clock } = parts;
  let saidNext = '';
  const sayNext = (nextAt: Instant | null): void => {
    const next = nextWords(nextAt);
    if (next !== saidNext) say(line(clock.now(), 'next', next));
    saidNext = next;
  };

  const scheduler = createScheduler({
    ...parts,
    onWorked({ acts, more, nextAt }) {
      for (const { number, event } of acts) {
        const told = actLine(number, event);
        if (told !== null) say(told);
      }
      // Between two batches the next instant is now: what is waited for comes after the last.
      if (!more) sayNext(nextAt);
    },
  });
  // Plain Node has no keychain: channels whose secrets lie in one are left to other desks.
  const outbox = startOutbox(
    { ...parts, secrets: null, onStep: (step) => say(stepLine(clock.now(), step)) },
    parts.makeSender,
  );
  let held: number | null = null;
  clock.onJump(() => {
    const moved = clock.movedByMs();
    if (moved !== held) say(line(clock.now(), ...heldWords(moved)));
    held = moved;
    void scheduler.check();
    void outbox.check();
  });
  await scheduler.start();
  const next = await store.query('next-instant', {}, { viewerId: null, nowAt: clock.now() });
  if (next.ok) sayNext(next.value.nextAt);
  const stopListening = store.onChanged(({ nextAt }) => {
    if (nextAt === null || nextAt > clock.now()) sayNext(nextAt);
  });
  await stopped;
  stopListening();
  clock.stop();
  await scheduler.stop();
  await outbox.stop();
}
