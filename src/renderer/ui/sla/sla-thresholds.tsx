import type { Clocks } from '../../../preload/contract/tickets.ts';
import { useHours } from '../../client/use-hours.ts';
import { useText } from '../../client/use-text.ts';
import { shownTargets, thresholdOf, thresholds } from './chip-state.ts';
import { useTicking } from './use-ticking.ts';

/** Tells a screen reader when a clock passes a threshold, and is silent in between. */
export function SlaThresholds({ clocks, calendarVersionId }: { clocks: Clocks; calendarVersionId: string | null }) {
  const t = useText();
  const hours = useHours(calendarVersionId);
  const said = useTicking((nowAt) =>
    shownTargets(clocks)
      .flatMap((target) => {
        const passed = thresholds.find(
          (threshold) => threshold === thresholdOf(clocks[target], nowAt, hours?.() ?? null),
        );
        return passed === undefined ? [] : [t(`sla.${passed}`, { target: t(`sla.${target}`) })];
      })
      .join('. '),
  );
  return (
    <span role="status" className="wk-unseen">
      {said}
    </span>
  );
}
