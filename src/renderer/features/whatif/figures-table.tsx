import type { WhatIfReport } from '../../../preload/contract/whatif.ts';
import { useText } from '../../client/use-text.ts';
import { differenceOf, figuresOf, valueText } from './figures.ts';

/** Draft against the rules in force, and beside them what was. */
export function FiguresTable({ report }: { report: WhatIfReport }) {
  const t = useText();
  return (
    <div className="wk-whatif-scroll">
      <table className="wk-whatif-table">
        <caption className="wk-unseen">{t('whatif.figures')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('whatif.column.figure')}</th>
            <th scope="col">{t('whatif.column.recorded')}</th>
            <th scope="col">{t('whatif.column.live')}</th>
            <th scope="col">{t('whatif.column.draft')}</th>
            <th scope="col">{t('whatif.column.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {figuresOf(t, report).map((figure) => {
            const { text, tone } = differenceOf(t, figure);
            return (
              <tr key={figure.key} className={figure.isPart ? 'wk-whatif-part' : ''}>
                <th scope="row">{figure.name}</th>
                <td className="wk-whatif-was">{valueText(t, figure.form, figure.of.recorded)}</td>
                <td>{valueText(t, figure.form, figure.of.live)}</td>
                <td>{valueText(t, figure.form, figure.of.draft)}</td>
                <td className={`wk-whatif-${tone}`}>
                  {text}
                  {tone === 'neither' ? null : <span> {t(`whatif.${tone}`)}</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
