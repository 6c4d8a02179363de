import type { Rule } from './levels.ts';

/** What each part of the editor takes. */
export type RulePartProps = {
  rule: Rule;
  thing: { kind: 'rule'; id: string };
  onChange: (part: Partial<Rule>) => void;
};
