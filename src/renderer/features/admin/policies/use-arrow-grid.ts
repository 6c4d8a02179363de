import { useState, type KeyboardEvent } from 'react';

type Step = { row: number; column: number };

function stepOf(key: string, isMirrored: boolean): Step | null {
  const forward = isMirrored ? -1 : 1;
  const steps: Readonly<Record<string, Step>> = {
    ArrowUp: { row: -1, column: 0 },
    ArrowDown: { row: 1, column: 0 },
    ArrowRight: { row: 0, column: forward },
    ArrowLeft: { row: 0, column: -forward },
  };
  return steps[key] ?? null;
}

/**
 * One stop of the Tab key for a grid of buttons; the arrows move in it, mirrored where the window is.
 * @returns what each button takes, by its place
 */
export function useArrowGrid(rows: number, columns: number) {
  const [at, setAt] = useState({ row: 0, column: 0 });
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const grid = event.currentTarget.closest('[data-arrow-grid]');
    const step = stepOf(event.key, document.documentElement.dir === 'rtl');
    if (grid === null || step === null) return;
    event.preventDefault();
    const row = Math.min(rows - 1, Math.max(0, at.row + step.row));
    const column = Math.min(columns - 1, Math.max(0, at.column + step.column));
    setAt({ row, column });
    grid.querySelector<HTMLElement>(`[data-place="${row} ${column}"]`)?.focus();
  }
  return (row: number, column: number) => ({
    tabIndex: row === at.row && column === at.column ? 0 : -1,
    'data-place': `${row} ${column}`,
    onFocus: () => setAt({ row, column }),
    onKeyDown,
  });
}
