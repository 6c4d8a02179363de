import type { RulesPreview } from '../../../../preload/contract/escalation.ts';
import { useText } from '../../../client/use-text.ts';
import { formatInstant, isolated, leftToRight } from '../../../i18n/format.ts';
import { StatusWord } from '../../../ui/marks.tsx';
import { useWords } from '../describe/words.ts';
import { useThings } from '../frame/admin-context.tsx';
import { describeRules, type Told } from './rules-told.ts';
import { useHolderNames } from './use-names.ts';

type Preview = Extract<RulesPreview, { kind: 'preview' }>;

function List({ title, told, isTimed }: { title: string; told: readonly Told[]; isTimed: boolean }) {
  if (told.length === 0) return null;
  const entries = told.map(({ key, at, text, detail, tone }) => (
    <li key={key} className={`wk-rules-entry wk-rules-${tone}`}>
      {at === null ? null : <time dateTime={new Date(at).toISOString()}>{formatInstant(at)}</time>}
      <span>
        {text}
        {detail === '' ? null : <span className="wk-block wk-small wk-faint">{detail}</span>}
      </span>
    </li>
  ));
  return (
    <>
      <h3 className="wk-admin-sub">{title}</h3>
      {isTimed ? <ol className="wk-rules-line">{entries}</ol> : <ul className="wk-rules-line">{entries}</ul>}
    </>
  );
}

/** When each level would act if nobody did anything, in order; then what has acted, and why the others would not. */
export function RulesTimeline({ preview }: { preview: RulesPreview }) {
  const t = useText();
  if (preview.kind === 'excluded')
    return <p className="wk-plain">{t('escalation.preview.excluded', { number: leftToRight(preview.number) })}</p>;
  return <Lines preview={preview} />;
}

function Lines({ preview }: { preview: Preview }) {
  const t = useText();
  const words = useWords();
  const names = useHolderNames();
  const rules = new Map(useThings('rule').map(({ id, value }) => [id, value]));
  const { ahead, past, not } = describeRules(preview, rules, { ...words, names });
  const { number, subject, status, level } = preview;
  return (
    <div className="wk-rules-preview">
      <p className="wk-plain">
        <bdi dir="ltr">{number}</bdi> <bdi>{subject}</bdi>
      </p>
      <p className="wk-plain wk-admin-line">
        <StatusWord status={status} />
        <span>{level === 0 ? t('level.none') : t('level.badge', { level })}</span>
        <span>
          {preview.assigneeId === null
            ? t('escalation.preview.unheld')
            : t('escalation.preview.heldBy', { name: names.person(preview.assigneeId) })}
        </span>
        <span className="wk-faint">{t('escalation.preview.asOf', { at: formatInstant(preview.nowAt) })}</span>
      </p>
      <List title={t('escalation.preview.ahead')} told={ahead} isTimed />
      {ahead.length === 0 ? <p className="wk-plain">{t('escalation.preview.nothingAhead')}</p> : null}
      <List title={t('escalation.preview.past')} told={past} isTimed />
      <List title={t('escalation.preview.not')} told={not} isTimed={false} />
      <p className="wk-plain wk-faint wk-small">{t('escalation.preview.assumes', { number: isolated(number) })}</p>
    </div>
  );
}
