import { Link } from '@fluentui/react-components';
import { useText } from '../../../client/use-text.ts';
import { calendarText, conditionsText, targetText } from '../describe/policy.ts';
import { useWords } from '../describe/words.ts';
import { AdminTable } from '../frame/admin-table.tsx';
import { StateMark } from '../frame/state-mark.tsx';
import type { PolicyView } from './decided-by.ts';

type Props = { policies: readonly PolicyView[]; onOpen: (policyId: string) => void };

/** All policies of the organization; those out of use last. */
export function PolicyTable({ policies, onOpen }: Props) {
  const t = useText();
  const words = useWords();
  const rows = policies.toSorted(
    (a, b) => Number(b.value.active) - Number(a.value.active) || a.value.name.localeCompare(b.value.name),
  );
  return (
    <AdminTable
      heads={[
        t('describe.name'),
        t('policies.match'),
        t('sla.response'),
        t('sla.resolution'),
        t('policies.calendar'),
        t('field.status'),
      ]}
    >
      {rows.map(({ id, value, state }) => (
        <tr key={id} className={value.active ? '' : 'wk-admin-retired'}>
          <th scope="row">
            <Link as="button" dir="auto" onClick={() => onOpen(id)}>
              {value.name}
            </Link>
          </th>
          <td>{conditionsText(value.match, words)}</td>
          <td>{targetText(value.targetSeconds.response, words)}</td>
          <td>{targetText(value.targetSeconds.resolution, words)}</td>
          <td>{calendarText(value.calendarId, words)}</td>
          <td>
            <StateMark active={value.active} state={state} />
          </td>
        </tr>
      ))}
    </AdminTable>
  );
}
