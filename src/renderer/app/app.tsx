import { FluentProvider } from '@fluentui/react-components';
import type { i18n as I18n } from 'i18next';
import { Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { languageOf } from '../client/desk-store.ts';
import { ServicesContext, type Services } from '../client/services.tsx';
import { directions, showLanguage } from '../i18n/start-i18n.ts';
import { TextContext } from '../client/use-text.ts';
import type { DeskLanguage, Theme } from '../../preload/contract/values.ts';
import { SignIn } from '../features/sign-in/sign-in.tsx';
import { Failed } from '../features/sign-in/failed.tsx';
import { loadedLater } from '../ui/loaded-later.tsx';
import { Skeleton } from '../ui/states.tsx';
import { createRouteStore, want } from './route-store.ts';
import { darkTheme, lightTheme } from './theme.ts';

const FirstRun = loadedLater(async () => (await import('../features/first-run/first-run.tsx')).FirstRun);
const Shell = loadedLater(async () => (await import('./shell/shell.tsx')).Shell);

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

/** Once what was rendered is on the screen and nothing else is to be done. */
function onceShown(work: () => void): () => void {
  let idle = 0;
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      idle = requestIdleCallback(work);
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    cancelIdleCallback(idle);
  };
}

/** While somebody types a password, what they will see next is loaded. */
function useReadiness(services: Services, signsIn: boolean): void {
  useEffect(() => {
    if (!signsIn) return;
    return onceShown(() => {
      void Shell.ahead();
      void services.client.request('session.prepare', {});
    });
  }, [services, signsIn]);
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
  const isFirstRun = useStore(services.desk, (desk) => desk.isSettingUp) || info.state.stage === 'first_run';
  const isDark = useIsDark(info.theme);
  const language = useShownLanguage(i18n, languageOf(info));
  useReadiness(services, info.state.stage === 'sign_in');
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
  useEffect(() => document.querySelector('#root')?.removeAttribute('aria-hidden'), [info.state.stage]);

  return (
    <TextContext value={t}>
      <ServicesContext value={services}>
        <FluentProvider
          theme={isDark ? darkTheme : lightTheme}
          dir={directions[language]}
          className={isDark ? 'wk-theme wk-dark' : 'wk-theme'}
          applyStylesToPortals
        >
          <div className="wk-root">
            <Suspense fallback={<Skeleton />}>
              {isFirstRun ? <FirstRun keychain={info.state.stage === 'first_run' && info.state.keychain} /> : null}
              {info.state.stage === 'sign_in' && !isFirstRun ? (
                <SignIn lockedUserName={info.state.lockedUserName} />
              ) : null}
              {info.state.stage === 'failed' ? <Failed code={info.state.code} params={info.state.params} /> : null}
              {/* Another person gets a window of their own: nothing that the one before saw stays in memory. */}
              {info.state.stage === 'ready' && !isFirstRun ? (
                <Shell key={info.state.user.id} user={info.state.user} routes={routes} />
              ) : null}
            </Suspense>
          </div>
        </FluentProvider>
      </ServicesContext>
    </TextContext>
  );
}
