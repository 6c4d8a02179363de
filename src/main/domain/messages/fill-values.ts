import { escapeHtml, manyLines, oneLine } from './clean.ts';
import { localTime } from './local-time.ts';
import { leftToRight } from './mail-page.ts';
import type { Facts } from './message.ts';

/** What placeholders become, each cleaned of what would end a line or turn the writing around. */
export type Values = Readonly<Record<string, string>>;

type Named = { number: string; facts: Facts; organization: string; timezone: string };

/** By placeholder; what the facts do not name has no value, and a text that asks for it is a fault. */
export function valuesOf({ number, facts, organization, timezone }: Named): Values {
  const values: Record<string, string> = { tracking_number: oneLine(number), organization: oneLine(organization) };
  const dueAt = facts['dueAt'];
  if (dueAt !== undefined) values['due'] = localTime(Number(dueAt), timezone);
  if (facts['level'] !== undefined) values['level'] = oneLine(facts['level']);
  if (facts['text'] !== undefined) values['text'] = manyLines(facts['text']);
  if (facts['date'] !== undefined) values['date'] = oneLine(facts['date']);
  return values;
}

const inHtml: Readonly<Record<string, (text: string) => string>> = {
  tracking_number: leftToRight,
  due: leftToRight,
  date: leftToRight,
  // Whatever its writer wrote it in, its direction is its own.
  text: (text) => `<bdi>${escapeHtml(text).replaceAll('\n', '<br>')}</bdi>`,
};

/** The same for a text that is HTML. */
export function htmlValues(values: Values): Values {
  const pairs = Object.entries(values).map(([name, text]) => [name, (inHtml[name] ?? escapeHtml)(text)]);
  return Object.fromEntries(pairs) as Values;
}
