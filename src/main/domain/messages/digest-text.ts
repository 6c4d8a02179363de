import type { Language } from '../../../preload/contract/values.ts';
import type { Facts } from './message.ts';
import { fill } from './templates/fill.ts';
import type { CountedKey } from './templates/language-texts.ts';
import type { Text } from './templates/own-texts.ts';
import { countedText, productWord } from './templates/product-texts.ts';

const figures: readonly { key: CountedKey; fact: string }[] = [
  { key: 'open', fact: 'open' },
  { key: 'breached', fact: 'breached' },
  { key: 'due_soon', fact: 'dueSoon' },
  { key: 'unassigned', fact: 'unassigned' },
];

/** The lines of a digest, each in the plural of its language. @param facts  as `digestOf` made them */
export function digestText(facts: Facts, language: Language): Text {
  const line = (key: CountedKey, count: number, level = ''): string =>
    fill(countedText(key, count, language), { count: `${count}`, level });
  const levels = (facts['byLevel'] ?? '').split(' ').filter((each) => each !== '');
  const lines = [
    ...figures.map(({ key, fact }) => line(key, Number(facts[fact] ?? 0))),
    ...levels.map((each) => {
      const [level, count] = each.split(':').map(Number);
      return line('at_level', count ?? 0, `${level}`);
    }),
  ];
  return { subject: productWord('digest.subject', language), body: lines.join('\n'), language };
}
