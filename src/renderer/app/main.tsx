import { createRoot } from 'react-dom/client';
import { createClient } from '../client/client.ts';
import { createClosingsStore } from '../client/closings-store.ts';
import { createCommandRegistry } from '../client/command-registry.ts';
import { createDeskClock } from '../client/desk-clock.ts';
import { createDeskStore, languageOf, takeInfo, takeState, takeTime } from '../client/desk-store.ts';
import { createDirectoryStore } from '../client/directory-store.ts';
import { createDraftSaver } from '../client/draft-saver.ts';
import { createKept } from '../client/kept.ts';
import { createMessageStore } from '../client/message-store.ts';
import type { Services } from '../client/services.tsx';
import { createTicker, windowTimers } from '../client/ticker.ts';
import { loadPart, startI18n } from '../i18n/start-i18n.ts';
import { App } from './app.tsx';
import './styles.css';

async function start(root: HTMLElement): Promise<void> {
  const client = createClient(window.watchkeeper);
  const answer = await client.request('desk.info', {});
  // Without its desk the window has nothing to show and no language to say it in.
  if (!answer.ok) throw new Error(`desk.info: ${answer.code}`);

  const clock = createDeskClock(() => performance.now(), answer.value.nowAt);
  const ticker = createTicker(clock.nowAt, windowTimers);
  const desk = createDeskStore(answer.value);
  const services: Services = {
    client,
    clock,
    closings: createClosingsStore(client, windowTimers, ticker.poke),
    ticker,
    timers: windowTimers,
    desk,
    directory: createDirectoryStore(),
    drafts: createDraftSaver(client, windowTimers),
    commands: createCommandRegistry(),
    messages: createMessageStore(client, windowTimers),
    kept: createKept(),
    loadTexts: (part) => loadPart(i18n, part),
  };

  function tellTime(nowAt: number): void {
    clock.set(nowAt);
    ticker.poke();
  }
  client.on('clock.now', (time) => {
    takeTime(desk, time);
    tellTime(time.nowAt);
  });
  client.on('desk.state', (state) => takeState(desk, state));
  document.addEventListener('visibilitychange', () => {
    ticker.setVisible(!document.hidden);
    if (document.hidden) return;
    // The monotonic clock may have stood still while the machine slept.
    void client.request('desk.info', {}).then((told) => {
      if (!told.ok) return;
      takeInfo(desk, told.value);
      tellTime(told.value.nowAt);
    });
  });

  const i18n = await startI18n(languageOf(answer.value));
  createRoot(root).render(<App services={services} i18n={i18n} />);
}

const root = document.querySelector<HTMLElement>('#root');
if (root !== null) void start(root);
