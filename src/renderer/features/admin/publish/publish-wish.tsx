import { Field, Switch, Textarea } from '@fluentui/react-components';
import type { ConfigChange, ConfigProblem } from '../../../../preload/contract/configuration.ts';
import { useText } from '../../../client/use-text.ts';
import { textDirection } from '../../../i18n/format.ts';
import { useDraft } from '../frame/admin-context.tsx';
import { StaleNote } from '../frame/stale-note.tsx';
import { thingOf } from '../../../../preload/contract/config-thing.ts';
import { keyOf } from '../frame/things.ts';
import { usePreview } from '../frame/use-preview.ts';
import { ChangeList } from './change-list.tsx';
import { PreviewPart } from './preview-part.tsx';
import { ProblemList } from './problem-list.tsx';

export type Wish = { reapply: boolean; note: string };

type Props = {
  problems: readonly ConfigProblem[];
  stale: readonly ConfigChange[];
  wish: Wish;
  onWish: (wish: Wish) => void;
  /** Somebody goes to the field of a problem. */
  onLeave: () => void;
};

/** Kinds that decide deadlines: only with them there is something to re-apply. */
const deciding: ReadonlySet<string> = new Set(['policy', 'calendar', 'organization']);

/** What is to be published, and how: with a word why, and for open tickets too or not. */
export function PublishWish({ problems, stale, wish, onWish, onLeave }: Props) {
  const t = useText();
  const changes = useDraft((draft) => draft.changes);
  const isChecking = useDraft((draft) => draft.isChecking);
  const all = [...changes.values()];
  const decides = all.some(({ kind }) => deciding.has(kind));
  const isWrong = problems.some(({ severity }) => severity === 'error');
  const preview = usePreview(!decides || isWrong || isChecking ? null : all);
  return (
    <>
      {stale.map((change) => (
        <StaleNote key={keyOf(thingOf(change))} change={change} />
      ))}
      <ProblemList problems={problems} onLeave={onLeave} />
      <ChangeList changes={all} />
      {decides && !isWrong ? (
        <>
          <PreviewPart preview={preview} />
          <Field hint={t('admin.publish.reapplyHint')}>
            <Switch
              label={t('admin.publish.reapply')}
              checked={wish.reapply}
              onChange={(_, data) => onWish({ ...wish, reapply: data.checked })}
            />
          </Field>
        </>
      ) : null}
      <Field label={t('admin.publish.note')} hint={t('field.optional')} size="small">
        <Textarea
          size="small"
          value={wish.note}
          maxLength={2000}
          textarea={{ dir: textDirection(wish.note) }}
          onChange={(_, data) => onWish({ ...wish, note: data.value })}
        />
      </Field>
    </>
  );
}
