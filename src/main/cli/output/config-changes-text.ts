import type { PlannedChange } from '../../../preload/contract/configuration.ts';

const signs: Readonly<Record<PlannedChange['action'], string>> = { add: '+', change: '~', set_aside: '-' };

/** One line a thing: what is new, what changes and in which of its fields, what is set aside. */
export function changeLine({ action, kind, name, organization, fields }: PlannedChange): string {
  const called = kind === 'rule' ? `rule of level ${name}` : `${kind} ${name}`;
  const where = organization === '' || kind === 'organization' ? '' : ` (${organization})`;
  const what = action === 'set_aside' ? ': set aside' : fields.length === 0 ? '' : `: ${fields.join(', ')}`;
  return `${signs[action]} ${called}${where}${what}`;
}
