import type { Change, Derived } from '../../../preload/contract/explain.ts';
import { section, targetNames, type Words } from './explain-words.ts';
import { ruleTargetText } from './rule-lines.ts';

const texts: { readonly [K in Change['code']]: (change: Extract<Change, { code: K }>, words: Words) => string } = {
  let_a_desk_run: ({ sinceAt }, { at }) => `Let a desk run: what is due since ${at(sinceAt)} has not been worked off`,
  reply_now: ({ target }) => `A reply now ends the time overdue (${targetNames[target]})`,
  resolve_now: () => 'Resolving it now ends the time overdue',
  reply_before: ({ target, at }, words) => `A reply before ${words.at(at)} meets the ${targetNames[target]} target`,
  resolve_before: ({ at }, words) => `Resolving it before ${words.at(at)} meets the resolution target`,
  leave_status: ({ status, target, at }, words) =>
    `Leaving ${status} sets the ${targetNames[target]} clock running${at === null ? '' : `; due ${words.at(at)} if done now`}`,
  act_before: ({ level, at }, words) =>
    `A reply, note, change of status or assignment before ${words.at(at)} keeps level ${level} from acting`,
  acknowledge: ({ level, at }, words) => `Acknowledging it before ${words.at(at)} holds level ${level} back`,
  name_holder: ({ level, target }, words) =>
    `Somebody who holds ${ruleTargetText(target, words)} lets level ${level} act`,
  name_recipient: () => 'Naming an assignee, or a manager of the team, who can be told',
  reapply: ({ policy, dueAt }, { at }) =>
    `Re-applying today's policies: “${policy}”${dueAt === null ? '' : `, resolution due ${at(dueAt)}`}`,
};

/** What people can do about how things stand. */
export function changeLines({ changes }: Derived, words: Words): string[] {
  if (changes.length === 0) return [];
  const text = (change: Change): string =>
    (texts[change.code] as (change: Change, words: Words) => string)(change, words);
  return section('What would change it', changes.map(text));
}
