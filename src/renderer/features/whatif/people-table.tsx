import type { WhatIfReport } from '../../../preload/contract/whatif.ts';
import { useNames } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { valueText } from './figures.ts';
import { leftToRight } from '../../i18n/format.ts';

/** Enough to see whom a draft would bury; `wk whatif` tells all. */
const PEOPLE_SHOWN = 10;

type Heard = WhatIfReport['people'][number]['draft'];

function Most({ most, mostOn }: Heard) {
  const t = useText();
  return (
    <>
      {valueText(t, 'count', most)}
      {mostOn === null ? null : <span className="wk-faint"> {t('whatif.onDay', { day: leftToRight(mostOn) })}</span>}
    </>
  );
}

/** Who would be told how much: the fullest day and the mean of all days, under both. */
export function PeopleTable({ report }: { report: WhatIfReport }) {
  const t = useText();
  const names = useNames();
  const shown = report.people.slice(0, PEOPLE_SHOWN);
  if (shown.length === 0) return <p className="wk-plain">{t('whatif.nobodyTold')}</p>;
  return (
    <div className="wk-whatif-scroll">
      <table className="wk-whatif-table">
        <caption className="wk-unseen">{t('whatif.people')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('whatif.column.person')}</th>
            <th scope="col">{t('whatif.column.meanLive')}</th>
            <th scope="col">{t('whatif.column.meanDraft')}</th>
            <th scope="col">{t('whatif.column.mostLive')}</th>
            <th scope="col">{t('whatif.column.mostDraft')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ userId, live, draft }) => (
            <tr key={userId}>
              <th scope="row">
                <bdi>{names.users.get(userId)?.displayName ?? t('people.unknown')}</bdi>
              </th>
              <td>{valueText(t, 'mean', live.mean)}</td>
              <td>{valueText(t, 'mean', draft.mean)}</td>
              <td>
                <Most {...live} />
              </td>
              <td>
                <Most {...draft} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.peopleCount > shown.length ? (
        <p className="wk-plain wk-faint">{t('whatif.morePeople', { count: report.peopleCount - shown.length })}</p>
      ) : null}
    </div>
  );
}
