import { failure, type Result } from '../../preload/contract/result.ts';
import { routes, type RouteName, type RouteOutput, type RouteParsed } from '../../preload/contract/routes.ts';
import type { Logger } from '../ports/logger.ts';
import type { Random } from '../ports/random.ts';
import { MAX_REQUEST_CHARACTERS } from './limits.ts';

/** One answer per route; a route without one does not compile. `userId` is null for routes that are open before sign-in. */
export type Answers = {
  [R in RouteName]: (
    input: RouteParsed<R>,
    userId: (typeof routes)[R]['access'] extends 'session' ? string : null,
  ) => Promise<Result<RouteOutput<R>>>;
};

export type RequestParts = {
  answers: Answers;
  /** Id of the signed-in user; null while nobody is, or while the desk is locked. */
  signedInUserId: () => string | null;
  random: Random;
  logger: Logger;
};

type AnyAnswer = (input: unknown, userId: string | null) => Promise<Result<unknown>>;

/**
 * The one door between the window and the program: known route, size, form, session, in this order, and only then the
 * answer. What the user may do with the thing asked for is decided where that is read (`domain/access`).
 * @returns a function of route name and JSON text; it never rejects
 */
export function createRequestHandler({ answers, signedInUserId, random, logger }: RequestParts) {
  return async (name: unknown, text: unknown): Promise<Result<unknown>> => {
    if (typeof name !== 'string' || !Object.hasOwn(routes, name)) return failure('BAD_INPUT');
    const routeName = name as RouteName;
    const route = routes[routeName];
    const userId = route.access === 'session' ? signedInUserId() : null;
    if (route.access === 'session' && userId === null) return failure('SESSION_LOCKED');
    if (typeof text !== 'string' || text.length > MAX_REQUEST_CHARACTERS) return failure('BAD_INPUT');
    try {
      const parsed = route.input.safeParse(fromJson(text));
      if (!parsed.success) {
        // The field alone: what was written there may be about a person.
        const field = parsed.error.issues[0]?.path.join('.') ?? '';
        return failure('BAD_INPUT', field === '' ? undefined : { field: field.slice(0, 80) });
      }
      return await (answers[routeName] as AnyAnswer)(parsed.data, userId);
    } catch (error) {
      const errorId = Buffer.from(random.bytes(6)).toString('hex');
      logger.error('request_failed', { route: routeName, errorId, error: describe(error) });
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
