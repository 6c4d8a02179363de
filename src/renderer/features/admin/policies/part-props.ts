import type { ValueOf } from '../frame/things.ts';

/** What each part of the editor takes. */
export type PolicyPartProps = {
  policy: ValueOf<'policy'>;
  thing: { kind: 'policy'; id: string };
  onChange: (part: Partial<ValueOf<'policy'>>) => void;
};
