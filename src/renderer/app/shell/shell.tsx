import { Suspense, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { SessionUser } from '../../../preload/contract/people.ts';
import { onChanges } from '../../client/change-feed.ts';
import { readDirectory } from '../../client/directory-store.ts';
import { isCommandName } from '../../client/key-table.ts';
import { useServices } from '../../client/services.tsx';
import { useCommand } from '../../client/use-command.ts';
import { QueueScreen } from '../../features/queue/queue-screen.tsx';
import { createQueueStore } from '../../features/queue/queue-store.ts';
import { useText } from '../../client/use-text.ts';
import { loadedLater } from '../../ui/loaded-later.tsx';
import { MessageToast } from '../../ui/message-toast.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { enter, followWanted, go, type RouteStore } from '../route-store.ts';
import { configures } from '../../client/configures.ts';
import { seesOutbox } from '../../client/sees-outbox.ts';
import { ClockNotice } from './clock-notice.tsx';
import { Header } from './header.tsx';
import { Layers } from './layers.tsx';
import './shell.css';
import { useKeyboard } from './use-keyboard.ts';

const TicketScreen = loadedLater(async () => (await import('../../features/ticket/ticket-screen.tsx')).TicketScreen);
const IntakeScreen = loadedLater(async () => (await import('../../features/intake/intake-screen.tsx')).IntakeScreen);

const ExplainPanel = loadedLater(async () => (await import('../../features/explain/explain-panel.tsx')).ExplainPanel);
const WhatIfScreen = loadedLater(async () => (await import('../../features/whatif/whatif-screen.tsx')).WhatIfScreen);
const OutboxScreen = loadedLater(async () => (await import('../../features/outbox/outbox-screen.tsx')).OutboxScreen);
const AdminScreen = loadedLater(async () => (await import('../../features/admin/admin-screen.tsx')).AdminScreen);

/** The desk of one signed-in person: header, the screen that stands, and what can lie over it. */
export function Shell({ user, routes }: { user: SessionUser; routes: RouteStore }) {
  const t = useText();
  const { client, timers, directory, commands, drafts, messages, kept } = useServices();
  const [queue] = useState(() => createQueueStore(client));
  const route = useStore(routes, (state) => (state.userId === user.id ? state.route : null));
  const [explained, setExplained] = useState<string | null>(null);
  useKeyboard();

  const wanted = useStore(routes, (state) => state.wanted);
  useEffect(() => {
    kept.enter(user.id);
    enter(routes, user.id);
  }, [kept, routes, user.id]);
  useEffect(() => followWanted(routes), [routes, wanted]);
  useEffect(() => void readDirectory(client, directory), [client, directory]);
  useEffect(
    () =>
      onChanges(client, timers, (changes) => {
        if (changes.directory) void readDirectory(client, directory);
        if (changes.ticketIds === null || changes.ticketIds.size > 0) void queue.changed(changes.ticketIds);
      }),
    [client, timers, directory, queue],
  );
  useEffect(
    () =>
      client.on('command.run', ({ name }) => {
        if (isCommandName(name)) commands.run(name);
      }),
    [client, commands],
  );
  useEffect(
    () => () => {
      void drafts.flush();
      // Whoever signs in next must find neither what was done last nor who is who.
      messages.dismiss();
      directory.setState(directory.getInitialState(), true);
    },
    [drafts, messages, directory],
  );

  // The queue stands; a ticket, or a caller, comes next.
  useEffect(() => {
    const handle = requestIdleCallback(() => void Promise.all([TicketScreen.ahead(), IntakeScreen.ahead()]));
    return () => cancelIdleCallback(handle);
  }, []);

  const openTicket = (ticketId: string) => go(routes, { screen: 'ticket', ticketId });
  const openQueue = () => go(routes, { screen: 'queue' });
  const openIntake = () => go(routes, { screen: 'intake' });
  const step = (by: number) => {
    const ticketId = queue.step(by);
    if (ticketId !== null) openTicket(ticketId);
    return ticketId !== null;
  };
  const search = (words: string | null) => {
    queue.search(words);
    openQueue();
  };
  useCommand('create', openIntake);
  useCommand('go_queue', () => search(null));
  const openAdmin = configures(user) ? () => go(routes, { screen: 'admin' }) : null;
  const openOutbox = seesOutbox(user) ? () => go(routes, { screen: 'outbox' }) : null;
  useCommand('go_outbox', openOutbox);
  useCommand('go_admin', openAdmin);
  useCommand('go_whatif', openAdmin === null ? null : () => go(routes, { screen: 'whatif' }));

  return (
    <div className="wk-shell">
      <a className="wk-skip" href="#wk-content">
        {t('app.skipToContent')}
      </a>
      <Header
        user={user}
        screen={route?.screen ?? 'queue'}
        queue={queue}
        onSearch={search}
        onOpenTicket={openTicket}
        onQueue={openQueue}
        onCreate={openIntake}
        onOutbox={openOutbox}
        onAdmin={openAdmin}
      />
      <ClockNotice />
      <main id="wk-content" className="wk-content" tabIndex={-1}>
        <Suspense fallback={<Skeleton />}>
          {route?.screen === 'queue' ? (
            <QueueScreen
              queue={queue}
              onOpen={openTicket}
              onWrite={(ticketId, write) => go(routes, { screen: 'ticket', ticketId, write })}
              onCreate={openIntake}
              onExplain={setExplained}
            />
          ) : null}
          {route?.screen === 'ticket' ? (
            <TicketScreen
              key={route.ticketId}
              ticketId={route.ticketId}
              write={route.write ?? null}
              onBack={openQueue}
              onExplain={setExplained}
              onNext={() => step(1)}
              onPrevious={() => step(-1)}
            />
          ) : null}
          {route?.screen === 'intake' ? <IntakeScreen onCreated={openTicket} onBack={openQueue} /> : null}
          {route?.screen === 'outbox' ? <OutboxScreen onOpen={openTicket} /> : null}
          {route?.screen === 'admin' ? <AdminScreen /> : null}
          {route?.screen === 'whatif' ? <WhatIfScreen onOpen={openTicket} onAdmin={openAdmin} /> : null}
        </Suspense>
      </main>
      <Layers onOpenTicket={openTicket} />
      <Suspense fallback={null}>
        {explained === null ? null : <ExplainPanel ticketId={explained} onClose={() => setExplained(null)} />}
      </Suspense>
      <MessageToast />
    </div>
  );
}
