import type { Message, Way } from './message.ts';

type Course = Pick<Message, 'ways' | 'step'>;

const isSame = (a: Way, b: Way): boolean => a.channel === b.channel && a.address === b.address;

/**
 * Where a message goes on whose way is not its recipient's any more.
 * @param now  ways to the recipient as they are now, in order
 * @returns on the same channel where there still is one, else by the first way that was not tried; null where none is left
 */
export function goOnBy({ ways, step }: Course, now: readonly Way[]): Course | null {
  const [first, ...others] = now;
  if (first === undefined) return null;
  const tried = ways.slice(0, step);
  const same = now.findIndex(({ channel }) => channel === ways[step]?.channel);
  const next = same >= 0 ? same : now.findIndex((way) => !tried.some((each) => isSame(each, way)));
  return next < 0 ? null : { ways: [first, ...others], step: next };
}
