import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useText } from '../../client/use-text.ts';
import { useStore } from 'zustand';
import { languageOf } from '../../client/desk-store.ts';
import { useDesk, useNames } from '../../client/services.tsx';
import { directions } from '../../i18n/start-i18n.ts';
import type { QueueStore } from './queue-store.ts';
import { cellId, columnCount, Row, rowId } from './queue-row.tsx';
import './queue-grid.css';

/** Fixed, so that the place of any row is known without measuring it. */
export const rowHeight = 48;
const headHeight = 35;
const overscan = 8;
/** Rows drawn as not yet read, below the last that is there. */
const skeletonRows = 20;
const countedExactlyTo = 9_999;

const columns = ['Select', 'Sla', 'Number', 'Subject', 'Weight', 'Status', 'Owner', 'Age'] as const;

type Props = { queue: QueueStore; onOpen: (ticketId: string) => void };

export function QueueGrid({ queue, onOpen }: Props) {
  const t = useText();
  const direction = useDesk(({ info }) => directions[languageOf(info)]);
  const names = useNames();
  const { rows, next, cursor, selected, counts, view, words } = useStore(queue);
  const scroller = useRef<HTMLDivElement>(null);
  const [column, setColumn] = useState<number | null>(null);
  const [anchor, setAnchor] = useState(0);

  // The bar's length stays true where the count is exact; beyond that the list grows as it is read.
  const counted = words === null && counts !== null && counts[view] <= countedExactlyTo ? counts[view] : 0;
  const total = next === null ? rows.length : Math.max(rows.length + skeletonRows, counted);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    // The heading row stands before the first row, and stays over whichever is first in sight.
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  const items = virtual.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? 0;

  useEffect(() => queue.want(lastIndex), [queue, lastIndex]);
  useEffect(() => {
    virtual.scrollToIndex(cursor, { align: 'auto' });
  }, [virtual, cursor]);

  function holdIfRead(): void {
    const { current } = scroller;
    if (current !== null) queue.hold(current.contains(document.activeElement) || current.scrollTop > 0);
  }
  useEffect(() => () => queue.hold(true), [queue]);

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2);
    const inline = direction === 'rtl' ? -1 : 1;
    const rowMoves: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -cursor,
      End: rows.length - 1 - cursor,
    };
    const cellMoves: Record<string, number> = { ArrowRight: inline, ArrowLeft: -inline };
    const rowMove = rowMoves[event.key];
    const cellMove = cellMoves[event.key];
    const here = rows[cursor];
    if (event.altKey || event.metaKey) return;
    if (rowMove !== undefined) {
      queue.moveTo(cursor + rowMove);
      const target = rows[Math.max(0, Math.min(rows.length - 1, cursor + rowMove))];
      if (event.shiftKey && here !== undefined && target !== undefined) queue.toggle([target.id]);
    } else if (cellMove !== undefined) {
      // Before the first cell stands the row itself.
      const to = (column ?? -1) + cellMove;
      setColumn(to < 0 ? null : Math.min(columnCount - 1, to));
    } else if (event.key === ' ' && here !== undefined) {
      queue.toggle([here.id]);
    } else if (event.key === 'Escape' && selected.size > 0) {
      queue.unselect();
    } else {
      return;
    }
    event.preventDefault();
  }

  function onClick(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest('[data-ticket]')?.getAttribute('data-ticket');
    const index = rows.findIndex((row) => row.id === id);
    const row = rows[index];
    if (row === undefined) return;
    queue.moveTo(index);
    if (event.shiftKey) {
      const between = rows.slice(Math.min(anchor, index), Math.max(anchor, index) + 1).map(({ id: one }) => one);
      queue.toggle(between.filter((one) => !selected.has(one)));
    } else if (event.ctrlKey || event.metaKey || target?.closest('.wk-cell-select') !== null) {
      queue.toggle([row.id]);
      setAnchor(index);
    } else {
      onOpen(row.id);
    }
  }

  const current = rows[cursor];
  const currentShown = current !== undefined && items.some((item) => item.index === cursor);
  const active = currentShown
    ? column === null || current.gone === true
      ? rowId(current.id)
      : cellId(current.id, column)
    : undefined;
  // The same few elements carry whichever rows are in sight: scrolling makes and drops none.
  const slots = Math.ceil((scroller.current?.clientHeight ?? 1000) / rowHeight) + 2 * overscan + 2;

  return (
    <div
      ref={scroller}
      className="wk-grid"
      role="grid"
      tabIndex={0}
      aria-label={t('queue.grid')}
      aria-rowcount={next === null ? rows.length + 1 : -1}
      aria-colcount={columnCount}
      aria-multiselectable
      {...(active === undefined ? {} : { 'aria-activedescendant': active })}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={holdIfRead}
      onBlur={() => setTimeout(holdIfRead)}
      onScroll={holdIfRead}
    >
      <div role="rowgroup" className="wk-grid-head">
        <div role="row" className="wk-row-head" aria-rowindex={1}>
          {columns.map((name) => (
            <span key={name} role="columnheader" className={`wk-cell wk-cell-${name.toLowerCase()}`}>
              {name === 'Select' ? (
                <span className="wk-unseen">{t('queue.columnSelect')}</span>
              ) : (
                t(`queue.column${name}`)
              )}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="wk-grid-body" style={{ blockSize: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          const slot = item.index % slots;
          if (row === undefined) {
            return (
              <div
                key={slot}
                aria-hidden
                className="wk-row wk-row-unread"
                style={{ transform: `translateY(${item.start - headHeight}px)` }}
              >
                <span />
              </div>
            );
          }
          return (
            <Row
              key={slot}
              row={row}
              index={item.index}
              offset={item.start - headHeight}
              current={item.index === cursor}
              column={item.index === cursor ? column : null}
              selected={selected.has(row.id)}
              teamName={row.teamId === null ? '' : (names.teams.get(row.teamId)?.name ?? '')}
              ownerName={
                row.assigneeId === null ? null : (names.users.get(row.assigneeId)?.displayName ?? t('people.unknown'))
              }
              organizationName={
                names.organizations.size > 1 ? (names.organizations.get(row.organizationId)?.name ?? null) : null
              }
            />
          );
        })}
      </div>
    </div>
  );
}
