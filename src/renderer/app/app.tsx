import type { i18n as I18n } from 'i18next';
import { Suspense, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { languageOf } from '../client/desk-store.ts';
import { ServicesContext, type Services } from '../client/services.tsx';
import { directions, showLanguage } from '../i18n/start-i18n.ts';
import { TextContext } from '../client/use-text.ts';
import type { DeskLanguage, Theme } from '../../preload/contract/values.ts';
import { SignIn } from '../features/sign-in/sign-in.tsx';
import { loadedLater } from '../ui/loaded-later.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import './plain-theme.css';
import { createRouteStore, want } from './route-store.ts';

const ThemedScreens = loadedLater(async () => (await import('./themed-screens.tsx')).ThemedScreens);

const darkQuery = '(prefers-color-scheme: dark)';

function useIsDark(theme: Theme): boolean {
  const systemDark = useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(darkQuery);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => window.matchMedia(darkQuery).matches,
  );
  return theme === 'system' ? systemDark : theme === 'dark';
}

/** From the sign-in screen on; sooner, its first frame and its first key would wait for what nobody sees yet. */
const readyAfterMs = 300;

/** While somebody types a password, what they will see next is loaded. */
function useReadiness({ client, timers }: Services, signsIn: boolean): void {
  useEffect(() => {
    if (!signsIn) return;
    const prepare = () => {
      stop();
      void ThemedScreens.ahead();
      void client.request('session.prepare', {});
    };
    const handle = timers.set(prepare, readyAfterMs);
    // Who types at once is not kept waiting for the rest of that time.
    document.addEventListener('input', prepare);
    function stop(): void {
      timers.clear(handle);
      document.removeEventListener('input', prepare);
    }
    return stop;
  }, [client, timers, signsIn]);
}

/** The language on screen: it follows the wish once that language's texts are there. */
function useShownLanguage(i18n: I18n, wished: DeskLanguage): DeskLanguage {
  const [shown, setShown] = useState(wished);
  useEffect(() => {
    let current = true;
    void showLanguage(i18n, wished).then(() => current && setShown(wished));
    return () => {
      current = false;
    };
  }, [i18n, wished]);
  return shown;
}

export function App({ services, i18n }: { services: Services; i18n: I18n }) {
  const info = useStore(services.desk, (desk) => desk.info);
  const { state } = info;
  const isFirstRun = useStore(services.desk, (desk) => desk.isSettingUp) || state.stage === 'first_run';
  const signsIn = state.stage === 'sign_in' && !isFirstRun;
  const isDark = useIsDark(info.theme);
  const language = useShownLanguage(i18n, languageOf(info));
  useReadiness(services, signsIn);
  const { t } = useTranslation(undefined, { i18n, useSuspense: false });
  const [routes] = useState(createRouteStore);

  useEffect(() => {
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  }, [isDark]);

  // Heard here, because the desk itself may still be loading when main has found the ticket.
  const { client, messages } = services;
  useEffect(() => client.on('ticket.show', ({ ticketId }) => want(routes, ticketId)), [client, routes]);
  useEffect(
    () => client.on('ticket.unknown', () => messages.failed({ ok: false, code: 'NOT_FOUND' })),
    [client, messages],
  );

  // A lock takes dialogs away in the middle: their focus keeper goes before it has made the page readable again.
  useEffect(() => document.querySelector('#root')?.removeAttribute('aria-hidden'), [state.stage]);

  const dir = directions[language];
  const className = isDark ? 'wk-theme wk-dark' : 'wk-theme';
  const plain = (screen: ReactNode) => (
    <div className={`${className} wk-plain wk-root`} dir={dir}>
      {screen}
    </div>
  );
  return (
    <TextContext value={t}>
      <ServicesContext value={services}>
        {signsIn ? (
          plain(<SignIn lockedUserName={state.lockedUserName} />)
        ) : (
          <Suspense fallback={plain(<Skeleton />)}>
            <ThemedScreens
              className={className}
              dir={dir}
              isDark={isDark}
              state={state}
              isFirstRun={isFirstRun}
              routes={routes}
            />
          </Suspense>
        )}
      </ServicesContext>
    </TextContext>
  );
}
