import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right';
import { useText } from '../../../client/use-text.ts';
import type { Line } from './line.ts';
import './lines.css';

/** What changes, a line a field: what was, struck out, and what is to be. */
export function Lines({ lines }: { lines: readonly Line[] }) {
  const t = useText();
  return (
    <dl className="wk-lines">
      {lines.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {before === null ? null : (
              <>
                <span className="wk-unseen">{t('describe.was')}</span>
                <del>{before}</del>
                <ArrowRightRegular aria-hidden className="wk-lines-arrow" />
                <span className="wk-unseen">{t('describe.becomes')}</span>
              </>
            )}
            <ins>{after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
