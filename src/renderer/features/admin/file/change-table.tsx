import type { PlannedChange } from '../../../../preload/contract/config-files.ts';
import { useText } from '../../../client/use-text.ts';
import type { fileEn } from '../../../i18n/en/admin/file.ts';
import { AdminTable } from '../frame/admin-table.tsx';

type Field = keyof (typeof fileEn)['file']['field'];

/** What a file would add, change and take out of use. */
export function ChangeTable({ changes }: { changes: readonly PlannedChange[] }) {
  const t = useText();
  return (
    <AdminTable heads={[t('file.action'), t('describe.name'), t('field.organization'), t('file.fields')]}>
      {changes.map(({ action, kind, id, name, organization, fields }) => (
        <tr key={`${kind} ${id} ${name}`}>
          <td>{t(`file.actionOf.${action}`, { kind: t(`describe.kind.${kind}`) })}</td>
          <th scope="row">
            <bdi>{name}</bdi>
          </th>
          <td>
            <bdi>{organization}</bdi>
          </td>
          <td>
            {fields
              // A field that a newer desk knows is named as it is.
              .map((field) => t(`file.field.${field as Field}`, { defaultValue: field }))
              .join(t('admin.comma'))}
          </td>
        </tr>
      ))}
    </AdminTable>
  );
}
