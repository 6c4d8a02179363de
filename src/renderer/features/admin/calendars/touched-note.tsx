import { useText } from '../../../client/use-text.ts';
import { useDraft, useProblems } from '../frame/admin-context.tsx';
import { keyOf } from '../frame/things.ts';
import { usePreview } from '../frame/use-preview.ts';

/** How many open tickets would move, were this calendar re-applied to them. */
export function TouchedNote({ thing }: { thing: { kind: 'calendar'; id: string } }) {
  const t = useText();
  const change = useDraft((draft) => draft.changes.get(keyOf(thing)));
  const isWrong = useProblems(thing).some(({ severity }) => severity === 'error');
  const isChecking = useDraft((draft) => draft.isChecking);
  const { shown } = usePreview(change === undefined || isWrong || isChecking ? null : [change]);
  return (
    <p role="status" className="wk-plain wk-touched">
      {shown === null ? '' : t('calendars.touched', { count: shown.touched })}
    </p>
  );
}
