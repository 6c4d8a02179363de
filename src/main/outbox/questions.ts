import type { Channel } from '../../preload/contract/values.ts';
import type { OpenChannel } from '../ports/sender.ts';
import type { CommandOutput } from '../store/store.ts';
import { lookFor, pollAll, probe, readApprovals, readInbound, type Asking } from './ask-provider.ts';
import type { OutboxParts, Run } from './outbox.ts';

export type Place = { organizationId: string; channel: Channel };

/** Something that the world is to be asked through one channel. */
export type Question = { place: Place; ask: (through: OpenChannel) => Promise<void> };

type Tended = CommandOutput<'tend-outbox'>;

/** What tending found is to be asked: statuses of one channel together, all else one by one. */
export function questionsOf(tended: Tended, { sender, onStep }: OutboxParts, run: Run): Question[] {
  const question = (place: Place, work: (asking: Asking) => Promise<void>): Question => ({
    place,
    ask: (through) => work({ sender, run, through }),
  });
  const polls = Map.groupBy(tended.polls, ({ organizationId, channel }) => `${organizationId} ${channel}`);
  return [
    ...tended.probes.map((each) => question(each, (asking) => probe(each, asking))),
    ...tended.approvals.map((each) => question(each, (asking) => readApprovals(each, asking))),
    ...tended.looks.map((each) => question(each, (asking) => lookFor(each, asking))),
    ...tended.inbound.map((each) => question(each, (asking) => readInbound(each, asking))),
    ...[...polls.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      return question(first, async (asking) => {
        const known = new Map(group.map((each) => [each.id, each]));
        await pollAll(group, asking, (stepped) => {
          for (const { id, state } of stepped) {
            const poll = known.get(id);
            // Nothing new is not worth a line.
            if (poll === undefined || poll.state === state) continue;
            known.set(id, { ...poll, state });
            onStep?.({ number: poll.number, channel: poll.channel, state, code: null });
          }
        });
      });
    }),
  ];
}
