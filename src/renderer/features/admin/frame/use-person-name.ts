import { useText } from '../../../client/use-text.ts';
import { useAdmin } from './admin-context.tsx';

/** Names of people by id; null is the desk itself. */
export function usePersonName(): (userId: string | null) => string {
  const t = useText();
  const { config } = useAdmin();
  return (userId) => {
    if (userId === null) return t('people.desk');
    return config.users.find(({ id }) => id === userId)?.displayName ?? t('people.unknown');
  };
}
