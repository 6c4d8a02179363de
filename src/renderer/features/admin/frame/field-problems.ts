import type { ConfigProblem, ConfigThing } from '../../../../preload/contract/configuration.ts';
import type { Draft } from './draft-store.ts';
import { isThing } from './things.ts';

type Standing = Pick<Draft, 'checked' | 'unread'>;

function isWithin(path: string, field: string): boolean {
  return field === '' || path === field || path.startsWith(`${field}.`);
}

/** Everything that is wrong or odd with a draft, errors first: texts that cannot be read, then what the check found. */
export function allProblems({ checked, unread }: Standing): ConfigProblem[] {
  const unreadable = [...unread.values()].map(({ thing, path, text, code }): ConfigProblem => {
    return { severity: 'error', code, thing, path, values: { text } };
  });
  return [...unreadable, ...(checked?.problems ?? [])];
}

/** Those of a field and of what lies in it. @param field  '' for all of the thing */
export function problemsAt(standing: Standing, thing: ConfigThing, field: string): ConfigProblem[] {
  return allProblems(standing).filter((problem) => isThing(problem.thing, thing) && isWithin(problem.path, field));
}
