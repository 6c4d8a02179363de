import type { Clocks } from '../../../preload/contract/tickets.ts';
import { useText } from '../../client/use-text.ts';
import { shownTargets, thresholdOf, thresholds } from './chip-state.ts';
import { useTicking } from './use-ticking.ts';

/** Tells a screen reader when a clock passes a threshold, and is silent in between. */
export function SlaThresholds({ clocks }: { clocks: Clocks }) {
  const t = useText();
  const said = useTicking((nowAt) =>
    shownTargets(clocks)
      .flatMap((target) => {
        const passed = thresholds.find((threshold) => threshold === thresholdOf(clocks[target], nowAt));
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
