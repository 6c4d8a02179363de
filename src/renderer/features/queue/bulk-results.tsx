import type { Failure } from '../../../preload/contract/result.ts';
import { useText } from '../../client/use-text.ts';
import { InfoDialog } from '../../ui/dialogs/info-dialog.tsx';

export type Outcome = { number: string; failure: Failure | null };

/** What one change did to each of many tickets. */
export function BulkResults({ outcomes, onClose }: { outcomes: readonly Outcome[]; onClose: () => void }) {
  const t = useText();
  return (
    <InfoDialog title={t('queue.bulk.resultTitle')} onClose={onClose}>
      <table className="wk-bulk-results">
        <thead>
          <tr>
            <th scope="col">{t('field.number')}</th>
            <th scope="col">{t('queue.bulk.resultColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ number, failure }) => (
            <tr key={number}>
              <td>
                <bdi dir="ltr">{number}</bdi>
              </td>
              <td>{failure === null ? t('queue.bulk.resultDone') : t(`errors.${failure.code}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </InfoDialog>
  );
}
