import type { PlannedChange } from '../../../../preload/contract/config-files.ts';
import { useText } from '../../../client/use-text.ts';
import type { fileEn } from '../../../i18n/en/admin/file.ts';

type Field = keyof (typeof fileEn)['file']['field'];

/** What a file would add, change and take out of use. */
export function ChangeTable({ changes }: { changes: readonly PlannedChange[] }) {
  const t = useText();
  return (
    <div className="wk-admin-scroll">
      <table className="wk-admin-table">
        <thead>
          <tr>
            <th scope="col">{t('file.action')}</th>
            <th scope="col">{t('describe.name')}</th>
            <th scope="col">{t('field.organization')}</th>
            <th scope="col">{t('file.fields')}</th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </div>
  );
}
