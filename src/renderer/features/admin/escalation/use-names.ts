import { useText } from '../../../client/use-text.ts';
import { useThings } from '../frame/admin-context.tsx';
import { usePersonName } from '../frame/use-person-name.ts';
import { namesOf, type Names } from './holder-text.ts';

/** Names of people and teams, as the draft has them. */
export function useHolderNames(): Names {
  const t = useText();
  const person = usePersonName();
  const teams = useThings('team');
  return namesOf(t, person, new Map(teams.map(({ id, value }) => [id, value.name])));
}
