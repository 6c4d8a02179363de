import type { ZodType } from 'zod';
import { failure, type Result } from '../../preload/contract/result.ts';
import { openRoutes, type RouteTable } from '../../preload/contract/open-routes.ts';
import type { RouteName, RouteOutput, RouteParsed, sessionRoutes } from '../../preload/contract/routes.ts';
import type { Logger } from '../ports/logger.ts';
import type { Random } from '../ports/random.ts';
import { MAX_REQUEST_CHARACTERS } from './limits.ts';

/** One answer per route; a route without one does not compile. `UserId` is null for routes that are open before sign-in. */
type AnswersTo<Table, UserId> = {
  [R in keyof Table & RouteName]: (input: RouteParsed<R>, userId: UserId) => Promise<Result<RouteOutput<R>>>;
};
export type OpenAnswers = AnswersTo<typeof openRoutes, null>;
export type SessionAnswers = AnswersTo<typeof sessionRoutes, string>;

/** What may be asked only with an unlocked session, and who answers it. */
export type SessionDoor = { routes: typeof sessionRoutes; answers: SessionAnswers };

export type RequestParts = {
  open: OpenAnswers;
  /** Loaded when it is first asked for: most of the contract is not needed to show who may sign in. */
  session: () => Promise<SessionDoor>;
  /** Id of the signed-in user; null while nobody is, or while the desk is locked. */
  signedInUserId: () => string | null;
  random: Random;
  logger: Logger;
};

type AnyAnswer = (input: unknown, userId: string | null) => Promise<Result<unknown>>;
type AnyRoute = { access: 'open' | 'session'; input: ZodType; answer: AnyAnswer };
type AnyDoor = { routes: RouteTable<'open' | 'session'>; answers: object };

function routeIn({ routes, answers }: AnyDoor, name: string): AnyRoute | null {
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  // Each route of a door has an answer of its own form: that is what the door's type says.
  return route === undefined ? null : { ...route, answer: Reflect.get(answers, name) as AnyAnswer };
}

/**
 * The one door between the window and the program: session, known route, size and form, in this order, and only then
 * the answer. What the user may do with the thing asked for is decided where that is read (`domain/access`).
 * @returns a function of route name and JSON text; it never rejects
 */
export function createRequestHandler({ open, session, signedInUserId, random, logger }: RequestParts) {
  const openDoor = { routes: openRoutes, answers: open };

  const answer = async (route: AnyRoute, text: unknown): Promise<Result<unknown>> => {
    const userId = route.access === 'session' ? signedInUserId() : null;
    if (route.access === 'session' && userId === null) return failure('SESSION_LOCKED');
    if (typeof text !== 'string' || text.length > MAX_REQUEST_CHARACTERS) return failure('BAD_INPUT');
    const parsed = route.input.safeParse(fromJson(text));
    if (parsed.success) return route.answer(parsed.data, userId);
    // The field alone: what was written there may be about a person.
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    return failure('BAD_INPUT', field === '' ? undefined : { field: field.slice(0, 80) });
  };

  return async (name: unknown, text: unknown): Promise<Result<unknown>> => {
    if (typeof name !== 'string') return failure('BAD_INPUT');
    let known = 'unknown';
    try {
      const isOpen = Object.hasOwn(openRoutes, name);
      // Nothing is loaded for who may not ask; asked once more when it is, since a lock may come between.
      if (!isOpen && signedInUserId() === null) return failure('SESSION_LOCKED');
      const route = routeIn(isOpen ? openDoor : await session(), name);
      if (route === null) return failure('BAD_INPUT');
      known = name;
      return await answer(route, text);
    } catch (error) {
      const errorId = Buffer.from(random.bytes(6)).toString('hex');
      logger.error('request_failed', { route: known, errorId, error: describe(error) });
      return failure('INTERNAL', { errorId });
    }
  };
}

/** @returns undefined for what is no JSON, which no schema takes */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'not an Error';
}
