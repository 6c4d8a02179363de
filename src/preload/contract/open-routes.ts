import { z } from 'zod';
import { deskInfo, deskMade, deskState, preferencesInput, setUpInput, signInInput } from './people.ts';

export const none = z.strictObject({});
export const done = z.strictObject({});

export type RouteTable<Access extends 'open' | 'session'> = Readonly<
  Record<string, { access: Access; input: z.ZodType; output: z.ZodType }>
>;

/** Questions that the window may ask before anybody has signed in: all that the start of the program needs of the contract. */
export const openRoutes = {
  'desk.info': { access: 'open', input: none, output: deskInfo },
  'desk.setUp': { access: 'open', input: setUpInput, output: deskMade },
  /** The sign-in form has stood for a moment, or somebody types in it: what comes next may be loaded. */
  'session.prepare': { access: 'open', input: none, output: done },
  'session.signIn': { access: 'open', input: signInInput, output: deskState },
  'preferences.set': { access: 'open', input: preferencesInput, output: deskInfo },
} as const satisfies RouteTable<'open'>;
