import { useSyncExternalStore } from 'react';
import { useServices } from '../../client/services.tsx';

/**
 * A text that follows the desk's clock. The component renders again only when the text itself changes, not each second.
 * @param read  must be pure; called with the desk's time
 */
export function useTicking<T extends string | number | null>(read: (nowAt: number) => T): T {
  const { ticker, clock } = useServices();
  return useSyncExternalStore(ticker.subscribe, () => read(clock.nowAt()));
}
