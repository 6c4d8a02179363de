import { Button } from '@fluentui/react-components';
import { useNames } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { formatCount } from '../../i18n/format.ts';
import { changedTexts } from './changed-text.ts';
import type { WhatIfDone } from './whatif-store.ts';

/** Tickets that come out otherwise, the newest first; one that the viewer may see opens. */
export function ChangedList({ result, onOpen }: { result: WhatIfDone; onOpen: (ticketId: string) => void }) {
  const t = useText();
  const { organizations } = useNames();
  const { changed, report } = result;
  if (report.changed === 0) return <p className="wk-plain">{t('whatif.nothingChanges')}</p>;
  return (
    <>
      <table className="wk-whatif-table wk-whatif-changed">
        <caption className="wk-unseen">{t('whatif.changed')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.number')}</th>
            {organizations.size > 1 ? <th scope="col">{t('field.organization')}</th> : null}
            <th scope="col">{t('whatif.column.change')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((ticket) => (
            <tr key={`${ticket.organizationId} ${ticket.number}`}>
              <th scope="row">
                {ticket.ticketId === null ? (
                  <bdi dir="ltr">{ticket.number}</bdi>
                ) : (
                  <Button
                    size="small"
                    appearance="transparent"
                    className="wk-whatif-open"
                    onClick={() => onOpen(ticket.ticketId ?? '')}
                  >
                    <bdi dir="ltr">{ticket.number}</bdi>
                  </Button>
                )}
              </th>
              {organizations.size > 1 ? (
                <td>
                  <bdi>{organizations.get(ticket.organizationId)?.name ?? ''}</bdi>
                </td>
              ) : null}
              <td>
                <ul className="wk-whatif-lines">
                  {changedTexts(t, ticket).map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.changed > changed.length ? (
        <p className="wk-plain wk-faint">
          {t('whatif.moreChanged', { shown: formatCount(changed.length), all: formatCount(report.changed) })}
        </p>
      ) : null}
    </>
  );
}
