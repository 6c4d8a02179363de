import { memo } from 'react';
import { useText } from '../../client/use-text.ts';
import { LevelBadge, SensitiveMark, StatusWord, Weight } from '../../ui/marks.tsx';
import { ageText } from '../../ui/sla/duration.ts';
import { SlaChips } from '../../ui/sla/sla-chip.tsx';
import { useTicking } from '../../ui/sla/use-ticking.ts';
import type { ListRow } from './frozen-order.ts';

type Props = {
  row: ListRow;
  index: number;
  offset: number;
  current: boolean;
  /** The cell under the cursor; null while the whole row is. */
  column: number | null;
  selected: boolean;
  teamName: string;
  ownerName: string | null;
  organizationName: string | null;
};

export const columnCount = 8;
export const rowId = (id: string) => `wk-row-${id}`;
export const cellId = (id: string, column: number) => `wk-row-${id}-${column}`;

function Age({ createdAt }: { createdAt: number }) {
  const t = useText();
  return <bdi>{useTicking((nowAt) => ageText(t, nowAt - createdAt))}</bdi>;
}

function Piece({ text, name = '' }: { text: string; name?: string }) {
  if (text === '') return null;
  return (
    <span className={`wk-row-piece ${name}`}>
      <bdi className="wk-cut">{text}</bdi>
    </span>
  );
}

/** One ticket. Drawn again only when something of it changed; the countdowns inside follow the clock by themselves. */
export const Row = memo(function Row(props: Props) {
  const { row, index, offset, current, column, selected, teamName, ownerName, organizationName } = props;
  const t = useText();
  const cell = (at: number, name: string) => ({
    role: 'gridcell',
    id: cellId(row.id, at),
    className: `wk-cell wk-cell-${name}${current && column === at ? ' wk-cell-current' : ''}`,
  });
  const place = {
    role: 'row',
    id: rowId(row.id),
    'aria-rowindex': index + 2,
    'aria-selected': selected,
    style: { transform: `translateY(${offset}px)` },
  } as const;
  const state = `${current ? ' wk-row-current' : ''}${selected ? ' wk-row-selected' : ''}${row.patched === true ? ' wk-row-patched' : ''}`;

  if (row.gone === true) {
    return (
      <div {...place} className={`wk-row${state}`}>
        <span role="gridcell" className="wk-row-gone" aria-colspan={columnCount}>
          {t('queue.gone')}
        </span>
      </div>
    );
  }
  return (
    <div {...place} className={`wk-row${state}`} data-ticket={row.id}>
      <span {...cell(0, 'select')} title={t('queue.selectRow', { number: row.number })}>
        <span className="wk-tick" aria-hidden />
      </span>
      <span {...cell(1, 'sla')}>
        <SlaChips clocks={row.clocks} sensitive={row.sensitive} calendarVersionId={row.calendarVersionId} />
      </span>
      <span {...cell(2, 'number')}>
        <bdi dir="ltr">{row.number}</bdi>
      </span>
      <span {...cell(3, 'subject')}>
        <span className="wk-cut" dir="auto" title={row.subject}>
          {row.subject}
        </span>
        <span className="wk-row-about">
          <LevelBadge level={row.level} />
          {row.sensitive ? <SensitiveMark /> : null}
          <Piece text={row.contactName} />
          <Piece text={row.category} />
          <Piece text={organizationName ?? ''} name="wk-row-organization" />
        </span>
      </span>
      <span {...cell(4, 'weight')}>
        <Weight severity={row.severity} priority={row.priority} />
      </span>
      <span {...cell(5, 'status')}>
        <StatusWord status={row.status} />
      </span>
      <span {...cell(6, 'owner')}>
        <bdi className="wk-cut">{ownerName ?? t('people.nobody')}</bdi>
        <bdi className="wk-cut wk-row-team">{teamName}</bdi>
      </span>
      <span {...cell(7, 'age')}>
        <Age createdAt={row.createdAt} />
      </span>
    </div>
  );
});
