import type { ConfigPreview } from '../../../../preload/contract/configuration.ts';
import type { Instant } from '../../../../preload/contract/values.ts';
import { useText } from '../../../client/use-text.ts';
import { formatInstant } from '../../../i18n/format.ts';
import { placed } from '../frame/placed.ts';
import type { Preview } from '../frame/use-preview.ts';
import { targetList } from '../frame/value-lists.ts';

type Row = ConfigPreview['rows'][number];

function At({ at }: { at: Instant | null }) {
  const t = useText();
  return at === null ? t('admin.preview.noDeadline') : <time>{formatInstant(at)}</time>;
}

function TouchedRow({ row }: { row: Row }) {
  const t = useText();
  const moved = targetList.filter((target) => row.deadlines[target].before !== row.deadlines[target].after);
  return (
    <tr>
      <th scope="row">{row.number === null ? t('admin.preview.notSeen') : <bdi dir="ltr">{row.number}</bdi>}</th>
      <td>
        <bdi>{row.toPolicy ?? t('admin.gone')}</bdi>
      </td>
      <td>
        {moved.length === 0 ? t('admin.preview.same') : null}
        {moved.map((target) => (
          <div key={target}>
            {t(`sla.${target}`)}: <At at={row.deadlines[target].before} /> {t('admin.preview.to')}{' '}
            <strong>
              <At at={row.deadlines[target].after} />
            </strong>{' '}
            {row.breachesNow.includes(target) ? (
              <span className="wk-preview-late">{t('admin.preview.breachesNow')}</span>
            ) : null}
          </div>
        ))}
      </td>
    </tr>
  );
}

/** Open tickets that a re-application would move, the first of them with their deadlines before and after. */
export function PreviewPart({ preview: { shown, failure } }: { preview: Preview }) {
  const t = useText();
  if (failure !== null)
    return (
      <p role="alert" className="wk-field-error">
        {t(`errors.${failure.code}`)}
      </p>
    );
  if (shown === null)
    return (
      <p role="status" className="wk-plain wk-faint">
        {t('admin.preview.counting')}
      </p>
    );
  return (
    <div>
      <p role="status" className="wk-plain">
        {t('admin.preview.touched', { count: shown.touched })}{' '}
        {shown.rows.length < shown.touched && shown.rows.length > 0
          ? t('admin.preview.first', { count: shown.rows.length })
          : null}
      </p>
      {shown.rows.length === 0 ? null : (
        <section className="wk-preview" tabIndex={0} aria-label={t('admin.preview.table')}>
          <table className="wk-admin-table">
            <thead>
              <tr>
                <th scope="col">{t('field.number')}</th>
                <th scope="col">{t('admin.preview.policy')}</th>
                <th scope="col">{t('admin.preview.deadlines')}</th>
              </tr>
            </thead>
            <tbody>
              {placed(shown.rows).map(({ part: row, key }) => (
                <TouchedRow key={row.ticketId ?? key} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
