import type { Bridge } from '../../preload/contract/bridge.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { EventName, EventPayload, RouteInput, RouteName, RouteOutput } from '../../preload/contract/routes.ts';

declare global {
  interface Window {
    readonly watchkeeper: Bridge;
  }
}

export type Client = {
  /** Never rejects: a request that broke on the way answers INTERNAL, as a bug on the other side does. */
  request<R extends RouteName>(route: R, input: RouteInput<R>): Promise<Result<RouteOutput<R>>>;
  /** @returns what stops listening */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
};

export function createClient(bridge: Bridge): Client {
  return {
    async request(route, input) {
      try {
        return await bridge.request(route, input);
      } catch {
        return { ok: false, code: 'INTERNAL' };
      }
    },
    on: (event, listener) => bridge.on(event, listener),
  };
}
