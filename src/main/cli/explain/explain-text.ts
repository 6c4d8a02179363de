import type { Derivation, Derived } from '../../../preload/contract/explain.ts';
import type { Directory } from '../../../preload/contract/people.ts';
import { changeLines } from './change-lines.ts';
import { createWords, section, type Words } from './explain-words.ts';
import { explanationLines } from './explanation-lines.ts';
import { policyLines } from './policy-lines.ts';
import { ruleLines } from './rule-lines.ts';
import { clockSentence, targetLines } from './target-lines.ts';
import { tellingLines } from './telling-lines.ts';

function headline({ targets, leading, nowAt }: Derived, words: Words): string {
  const part = targets.find(({ target }) => target === leading);
  return part === undefined ? 'No clock runs.' : clockSentence(part, nowAt, words);
}

function withoutEffectLines({ withoutEffect }: Derived, { at }: Words): string[] {
  if (withoutEffect.length === 0) return [];
  const lines = withoutEffect.map(
    ({ kind, at: dueAt, level }) =>
      `${at(dueAt)} ${kind.replaceAll('_', ' ')}${level === null ? '' : `, level ${level}`}`,
  );
  return section('Recorded by a desk that was cut off, and of no effect', lines);
}

/** @returns why the ticket stands as it does, in lines with their ends; instants in the organization's zone */
export function explainText(derivation: Derivation, directory: Directory): string {
  if (derivation.kind === 'excluded')
    return `${derivation.number}  Excluded: a sensitive ticket has no deadlines, reminders or escalations.\n`;
  const words = createWords(derivation.timezone, directory);
  const lines = [
    `${derivation.number}  ${headline(derivation, words)}`,
    `Times in ${derivation.timezone}, as of ${words.at(derivation.nowAt)}`,
    ...changeLines(derivation, words),
    ...policyLines(derivation, words),
    ...targetLines(derivation, words),
    ...tellingLines(derivation, words),
    ...ruleLines(derivation, words),
    ...explanationLines(derivation, words),
    ...withoutEffectLines(derivation, words),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
