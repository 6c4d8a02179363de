import type { Instant } from '../../preload/contract/values.ts';
import type { Cancel } from '../ports/clock.ts';
import type { OpenChannel } from '../ports/sender.ts';
import type { CommandOutput } from '../store/store.ts';
import { openChannel, reachesKeychain, sealSecrets } from './channel-secrets.ts';
import { deliver } from './deliver.ts';
import { runner, type Outbox, type OutboxParts, type Run } from './outbox.ts';
import { questionsOf, type Place } from './questions.ts';
import { createUnderWay } from './under-way.ts';

type Access = CommandOutput<'claim-messages'>['channels'][number];

/** What stays due although it was just looked at waits this long: for a place on the way, or for a disk with room. */
const AGAIN_MS = 1_000;

/**
 * One timer for the earliest instant of the outbox, as the scheduler has one for tickets. What is due is claimed, sent and
 * recorded, a few at a time through each channel; nothing here decides what becomes of a message.
 * Rule: notifications.md, Outbox; docs/decisions/0011.
 */
export function createOutbox(parts: OutboxParts): Outbox {
  const { store, clock, sender, secrets, logger } = parts;
  const command = runner(parts);
  /** Commands of its own that are being answered: a look at what they leave follows each. */
  let own = 0;
  const run: Run = async (name, input) => {
    own += 1;
    try {
      return await command(name, input);
    } finally {
      own -= 1;
    }
  };
  let keychain = false;
  let cancel: Cancel | null = null;
  let running: Promise<void> | null = null;
  let askedAgain = false;
  /** More may be due than messages: it was a timer or a change that asked, not the end of a sending. */
  let mustTend = true;
  let tendedAt: Instant = -Infinity;
  let stopped = false;
  let stopListening: () => void = () => undefined;

  const underWay = createUnderWay(logger, () => void look());

  /** The channel with its secrets, for as long as one call takes. One that the keychain keeps shut is paused. */
  const opened = async (
    channels: readonly Access[],
    { organizationId, channel }: Place,
  ): Promise<OpenChannel | null> => {
    const access = channels.find((each) => each.organizationId === organizationId && each.settings.channel === channel);
    const through = access === undefined ? null : await openChannel(access, secrets);
    if (through === null) await run('channel-probed', { organizationId, channel, code: 'KEYCHAIN' });
    return through;
  };

  const tend = async (): Promise<void> => {
    mustTend = false;
    tendedAt = clock.now();
    const tended = await run('tend-outbox', { keychain });
    if (tended === null) return;
    for (const { place, ask } of questionsOf(tended, parts, run)) {
      const asked = async (): Promise<void> => {
        const through = await opened(tended.channels, place);
        if (through !== null) await ask(through);
      };
      underWay.begin(null, asked());
    }
  };

  /** @returns whether something left */
  const claim = async (): Promise<boolean> => {
    const claims = await run('claim-messages', { keychain, room: underWay.room() });
    if (claims === null || claims.claimed.length === 0) return false;
    const { channels, token } = claims;
    for (const claimed of claims.claimed) {
      const { channel } = claimed.outgoing;
      const send = async (): Promise<void> => {
        const through = await opened(channels, { organizationId: claimed.organizationId, channel });
        if (through !== null) await deliver(parts, run, { claimed, token, through });
      };
      underWay.begin(channel, send());
    }
    return true;
  };

  /** @param lookedAt  what was due by then was looked at already, and did not leave */
  const plan = async (lookedAt: Instant): Promise<void> => {
    const next = await store.query('outbox-next', { keychain }, { viewerId: null, nowAt: clock.now() });
    cancel?.();
    cancel = null;
    const nextAt: Instant | null = next.ok ? next.value.nextAt : clock.now() + AGAIN_MS;
    if (nextAt === null || stopped) return;
    const isDue = nextAt <= clock.now();
    if (isDue && nextAt > lookedAt) {
      void lookInTime();
      return;
    }
    // It waits for room, and whoever makes room asks; asking on at once would only spin.
    const at = isDue ? clock.now() + AGAIN_MS : nextAt;
    cancel = clock.wakeAt(at, () => {
      cancel = null;
      void lookInTime();
    });
  };

  const round = async (): Promise<void> => {
    do {
      askedAgain = false;
      // Whoever trusts the clock again has the outbox look again.
      if (clock.movedByMs() !== null) return;
      const lookedAt = clock.now();
      if (mustTend) await tend();
      while (!stopped && (await claim()));
      await plan(lookedAt);
    } while (askedAgain && !stopped);
  };

  const look = (): Promise<void> => {
    if (stopped) return Promise.resolve();
    askedAgain = true;
    running ??= round()
      .catch((error: unknown) => {
        logger.error('outbox_broke', { error: error instanceof Error ? error.name : 'not an Error' });
      })
      .finally(() => {
        running = null;
        // Somebody asked while the round was ending.
        if (askedAgain && clock.movedByMs() === null) void look();
      });
    return running;
  };

  /** A fast channel is due a hundred times a second, mostly for its next message alone. */
  const lookInTime = (): Promise<void> => {
    mustTend ||= clock.now() - tendedAt >= AGAIN_MS;
    return look();
  };

  const check = (): Promise<void> => {
    mustTend = true;
    return look();
  };

  return {
    async start() {
      keychain = await reachesKeychain(secrets);
      stopListening = store.onChanged(({ messages, directory }) => {
        if (own > 0 || (messages === 0 && !directory)) return;
        mustTend = true;
        if (running === null) void plan(-Infinity);
        else askedAgain = true;
      });
      await check();
    },
    check,
    async keep({ clientId, userName, refreshToken, endsAt }) {
      const [kept] = await sealSecrets(secrets, { refreshToken });
      if (kept === undefined || kept.sealed === null) return;
      await run('renew-secret', { clientId, userName, keptBy: kept.keptBy, sealed: kept.sealed, endsAt });
    },
    async stop() {
      stopped = true;
      stopListening();
      cancel?.();
      await running;
      // It gives what is on its way a few seconds; what is cut off is looked for at the next start.
      await Promise.all([sender.close(), underWay.settled()]);
    },
  };
}
