import { channels, type Channel } from '../../preload/contract/values.ts';
import type { Logger } from '../ports/logger.ts';

/** Messages of one channel that are on their way at once: a slow mail server holds up mail alone. */
const ROOM = 4;

/** What is on its way to the network and back. */
export type UnderWay = {
  room(): Partial<Record<Channel, number>>;
  count(): number;
  /** @param channel  takes one of its places; null takes none */
  begin(channel: Channel | null, work: Promise<void>): void;
  settled(): Promise<void>;
};

/** @param onEnd  told after each that ended: there may be room now */
export function createUnderWay(logger: Logger, onEnd: () => void): UnderWay {
  const works = new Map<Promise<void>, Channel | null>();
  const busy = (channel: Channel): number => [...works.values()].filter((each) => each === channel).length;
  return {
    room: () => Object.fromEntries(channels.map((channel) => [channel, ROOM - busy(channel)])),
    count: () => works.size,
    begin(channel, work) {
      const guarded = work
        .catch((error: unknown) => {
          logger.error('outbox_work_broke', { error: error instanceof Error ? error.name : 'not an Error' });
        })
        .then(() => {
          works.delete(guarded);
          onEnd();
        });
      works.set(guarded, channel);
    },
    async settled() {
      while (works.size > 0) await Promise.all(works.keys());
    },
  };
}
