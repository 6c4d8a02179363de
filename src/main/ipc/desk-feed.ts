import type { EventName, EventPayload } from '../../preload/contract/routes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Notifier, UnshownNews } from '../ports/notifier.ts';
import type { Store, StoreChange } from '../store/store.ts';
import { deskTimeOf } from './desk-time.ts';
import { commandContext, type DeskParts } from './open-desk-store.ts';
import type { Session } from './session.ts';
import { isSameSight, toldOf, type Sight } from './told-changes.ts';

export type SendToWindow = <E extends EventName>(event: E, payload: EventPayload<E>) => void;

export type DeskFeed = {
  /** From now on the store's changes reach the window and the desktop. */
  follow(store: Store): void;
  /** Somebody signed in, locked or left: what waited for them is shown, the count is theirs. */
  sessionChanged(): void;
  /** The desk's time, now and once a minute. */
  tellTime(): void;
};

type Seen = { viewerId: string; sight: Sight };

const MINUTE_MS = 60_000;
const NOTICES_AT_ONCE = 50;

/** What main tells unasked: always after the commit that it speaks of, and only to whom it concerns. */
export function createDeskFeed(parts: {
  session: Session;
  send: SendToWindow;
  notifier: Notifier;
  /** Text of a native notification; no more than the tracking number while the desk is locked. */
  noticeText: (item: UnshownNews, locked: boolean) => string;
  context: Pick<DeskParts, 'clock' | 'random' | 'logger'>;
}): DeskFeed {
  const { session, send, notifier, context } = parts;
  const { clock } = context;
  let looking = false;
  let lookAgain = false;
  /** Something may wait to be shown: only then is the store asked, since taking it is a write. */
  let unshown = true;
  /** What the viewer who is signed in reads, as of the last change of the directory. */
  let seen: Seen | null = null;
  let telling: Promise<void> = Promise.resolve();
  let cancelTime: ReturnType<Clock['wakeAt']> | null = null;

  const showUnshown = async (store: Store, userId: string): Promise<void> => {
    for (;;) {
      const taken = await store.execute(
        'take-unshown-notifications',
        { limit: NOTICES_AT_ONCE },
        commandContext(context, userId),
      );
      const items = taken.ok ? taken.value.items : [];
      // Asked now: the desk may have been locked, or left, while the news were read.
      const watcher = session.watcher();
      const locked = watcher === null || watcher.locked || watcher.user.id !== userId;
      for (const item of items)
        notifier.show({ title: '', body: parts.noticeText(item, locked), ticketId: item.ticketId });
      if (items.length < NOTICES_AT_ONCE) return;
    }
  };

  const tellUnread = async (store: Store, viewerId: string): Promise<void> => {
    const inbox = await store.query('notifications', {}, { viewerId, nowAt: clock.now() });
    if (inbox.ok && session.user()?.id === viewerId) send('notifications.changed', { unread: inbox.value.unread });
  };

  const countOwn = async (store: Store, viewerId: string): Promise<void> => {
    const urgent = await store.query('own-urgent', {}, { viewerId, nowAt: clock.now() });
    if (urgent.ok) notifier.badge(urgent.value.count);
  };

  const look = async (): Promise<void> => {
    const store = session.store();
    const watcher = session.watcher();
    if (store === null || watcher === null) return notifier.badge(0);
    if (unshown) {
      unshown = false;
      await showUnshown(store, watcher.user.id);
    }
    await tellUnread(store, watcher.user.id);
    await countOwn(store, watcher.user.id);
  };

  /** One look at a time: a burst (an import, ten thousand breaches) comes to as many looks as there is time for. */
  const lookSoon = async (): Promise<void> => {
    lookAgain = true;
    if (looking) return;
    looking = true;
    try {
      while (lookAgain) {
        lookAgain = false;
        await look();
      }
    } finally {
      looking = false;
    }
  };

  const readSight = async (store: Store, viewerId: string): Promise<Seen> => {
    const read = await store.query('sight', {}, { viewerId, nowAt: clock.now() });
    return { viewerId, sight: read.ok ? read.value.stretches : [] };
  };

  const tellChange = async (store: Store, change: StoreChange): Promise<void> => {
    const viewerId = session.user()?.id;
    if (viewerId === undefined) return;
    const before = seen?.viewerId === viewerId ? seen : null;
    if (before === null || change.directory) seen = await readSight(store, viewerId);
    const { sight } = seen ?? { sight: [] };
    const told = toldOf(change, sight);
    if (told === null || session.user()?.id !== viewerId) return;
    // Whoever sees more or less than before reads everything again.
    const shifted = before !== null && !isSameSight(before.sight, sight);
    send('store.changed', shifted ? { ...told, many: true } : told);
  };

  const onChanged = (store: Store, change: StoreChange): void => {
    // One after another: what a change of the directory takes away must not be told by the change behind it.
    telling = telling
      .then(() => tellChange(store, change))
      .catch((error: unknown) => context.logger.error('change_not_told', { error: String(error).slice(0, 300) }));
    unshown ||= change.notices > 0;
    void lookSoon();
  };

  const tellTime = (): void => {
    cancelTime?.();
    const time = deskTimeOf(clock);
    send('clock.now', time);
    cancelTime = clock.wakeAt(time.nowAt + MINUTE_MS, tellTime);
  };

  return {
    follow: (store) => void store.onChanged((change) => onChanged(store, change)),
    sessionChanged() {
      seen = null;
      unshown = true;
      void lookSoon();
    },
    tellTime,
  };
}
