import type { Stretch } from '../../../preload/contract/explain-clocks.ts';
import { isCounted, msOf, stretchText } from './clock-texts.ts';
import type { Words } from './words.ts';

function untilText(row: Stretch, { t, after }: Words): string {
  if (row.kind === 'clock_change') return '';
  return row.untilAt === null ? t('explain.now') : after(row.untilAt, row.fromAt);
}

/** What was counted and what was not, from the start of a clock on, without a gap. */
export function StretchTable({
  label,
  stretches,
  words,
}: {
  label: string;
  stretches: readonly Stretch[];
  words: Words;
}) {
  const { t, at, span } = words;
  return (
    <table className="wk-explain-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('explain.reckoning.fromColumn')}</th>
          <th scope="col">{t('explain.reckoning.untilColumn')}</th>
          <th scope="col">{t('explain.reckoning.whatColumn')}</th>
          <th scope="col" className="wk-explain-number">
            {t('explain.reckoning.spanColumn')}
          </th>
        </tr>
      </thead>
      <tbody>
        {stretches.map((row) => {
          const fromAt = row.kind === 'clock_change' ? row.at : row.fromAt;
          const ms = msOf(row);
          return (
            <tr key={`${row.kind} ${fromAt}`} className={isCounted(row) ? undefined : 'wk-explain-uncounted'}>
              <td>{at(fromAt)}</td>
              <td>{untilText(row, words)}</td>
              <td>{stretchText(row, words)}</td>
              <td className="wk-explain-number">{ms === null ? '' : span(ms)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
