import { FluentProvider } from '@fluentui/react-components';
import type { DeskState } from '../../preload/contract/people.ts';
import { FirstRun } from '../features/first-run/first-run.tsx';
import { Failed } from '../features/sign-in/failed.tsx';
import type { RouteStore } from './route-store.ts';
import { Shell } from './shell/shell.tsx';
import { darkTheme, lightTheme } from './theme.ts';

type Props = {
  className: string;
  dir: 'ltr' | 'rtl';
  isDark: boolean;
  state: DeskState;
  isFirstRun: boolean;
  routes: RouteStore;
};

/** Every screen but the sign-in: what is drawn with Fluent, which comes with these. */
export function ThemedScreens({ className, dir, isDark, state, isFirstRun, routes }: Props) {
  return (
    <FluentProvider theme={isDark ? darkTheme : lightTheme} dir={dir} className={className} applyStylesToPortals>
      <div className="wk-root">
        {isFirstRun ? <FirstRun keychain={state.stage === 'first_run' && state.keychain} /> : null}
        {state.stage === 'failed' ? <Failed code={state.code} params={state.params} /> : null}
        {/* Another person gets a window of their own: nothing that the one before saw stays in memory. */}
        {state.stage === 'ready' && !isFirstRun ? (
          <Shell key={state.user.id} user={state.user} routes={routes} />
        ) : null}
      </div>
    </FluentProvider>
  );
}
