import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useId } from 'react';
import { targets } from '../../../preload/contract/values.ts';
import { useText } from '../../client/use-text.ts';
import { ChangedList } from './changed-list.tsx';
import { FiguresTable } from './figures-table.tsx';
import { PeopleTable } from './people-table.tsx';
import type { WhatIfDone } from './whatif-store.ts';
import { leftToRight } from '../../i18n/format.ts';

/** How far the figures can be trusted, in words. */
function Remarks({ report }: WhatIfDone) {
  const t = useText();
  const { notAsRecorded, unreadable, sensitive } = report;
  return (
    <ul className="wk-whatif-remarks">
      <li>{t('whatif.remark.columns')}</li>
      <li>
        {notAsRecorded === 0
          ? t('whatif.remark.asRecorded')
          : t('whatif.remark.notAsRecorded', { count: notAsRecorded })}
      </li>
      <li>
        {sensitive === 0 ? t('whatif.remark.sensitive') : t('whatif.remark.sensitiveCount', { count: sensitive })}
      </li>
      {unreadable === 0 ? null : <li>{t('whatif.remark.unreadable', { count: unreadable })}</li>}
    </ul>
  );
}

export function WhatIfResult({ result, onOpen }: { result: WhatIfDone; onOpen: (ticketId: string) => void }) {
  const t = useText();
  const id = useId();
  const { report } = result;
  const { turned } = report;
  return (
    <div className="wk-whatif-result">
      <section className="wk-whatif-card" aria-labelledby={`${id}-figures`}>
        <h2 id={`${id}-figures`}>{t('whatif.figures')}</h2>
        <FiguresTable report={report} />
        <Remarks {...result} />
      </section>
      <MessageBar intent="info" layout="multiline" className="wk-whatif-limit">
        <MessageBarBody>{t('whatif.limit')}</MessageBarBody>
      </MessageBar>
      <section className="wk-whatif-card" aria-labelledby={`${id}-people`}>
        <h2 id={`${id}-people`}>{t('whatif.people')}</h2>
        <PeopleTable report={report} />
        <Busiest {...result} />
      </section>
      <section className="wk-whatif-card" aria-labelledby={`${id}-changed`}>
        <h2 id={`${id}-changed`}>{t('whatif.changedCount', { count: report.changed })}</h2>
        <ul className="wk-whatif-remarks">
          {targets.flatMap((target) => {
            const { late, timely } = turned[target];
            const named = { target: t(`sla.${target}`) };
            return [
              ...(late === 0
                ? []
                : [<li key={`${target} late`}>{t('whatif.turnedLate', { ...named, count: late })}</li>]),
              ...(timely === 0
                ? []
                : [<li key={`${target} timely`}>{t('whatif.turnedTimely', { ...named, count: timely })}</li>]),
            ];
          })}
        </ul>
        <ChangedList result={result} onOpen={onOpen} />
      </section>
    </div>
  );
}

/** The days on which most would be told. */
function Busiest({ report }: WhatIfDone) {
  const t = useText();
  const { busiest } = report.columns.draft.messages;
  if (busiest.length === 0) return null;
  return (
    <>
      <h3>{t('whatif.busiest')}</h3>
      <ul className="wk-whatif-remarks">
        {busiest.map(({ day, count }) => (
          <li key={day}>{t('whatif.busyDay', { day: leftToRight(day), count })}</li>
        ))}
      </ul>
    </>
  );
}
