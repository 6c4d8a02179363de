import type { Result } from '../../src/preload/contract/result.ts';
import type { EventName, EventPayload, RouteInput, RouteName, RouteOutput } from '../../src/preload/contract/routes.ts';
import type { Client } from '../../src/renderer/client/client.ts';

type Answers = { [R in RouteName]?: (input: RouteInput<R>) => Result<RouteOutput<R>> };
export type AnsweringClient = Client & {
  asked: { route: RouteName; input: unknown }[];
  emit<E extends EventName>(event: E, payload: EventPayload<E>): void;
};

/** The other side of the bridge for the window's own logic: it answers what the test lays down, and nothing else. */
export function answeringClient(answers: Answers): AnsweringClient {
  const asked: AnsweringClient['asked'] = [];
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  return {
    asked,
    request(route, input) {
      asked.push({ route, input });
      const answer = answers[route];
      return Promise.resolve(answer === undefined ? { ok: false, code: 'NOT_FOUND' } : answer(input));
    },
    on(event, listener) {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(listener));
      return () => all.delete(listener);
    },
    emit(event, payload) {
      for (const listener of listeners.get(event) ?? []) listener(payload as never);
    },
  };
}
