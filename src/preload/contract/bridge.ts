import type { Result } from './result.ts';
import type { EventName, EventPayload, RouteInput, RouteName, RouteOutput } from './routes.ts';

/** All that the window has of the program: `window.watchkeeper`. Nothing here rejects for an expected failure. */
export type Bridge = {
  request<R extends RouteName>(route: R, input: RouteInput<R>): Promise<Result<RouteOutput<R>>>;
  /** @returns what stops listening */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void;
};
