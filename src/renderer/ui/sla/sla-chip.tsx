import type { Clocks, TargetClock } from '../../../preload/contract/tickets.ts';
import type { Target } from '../../../preload/contract/values.ts';
import type { OpenHours } from '../../client/closings-store.ts';
import { useHours } from '../../client/use-hours.ts';
import { useText } from '../../client/use-text.ts';
import { ChipIcon } from './chip-icon.tsx';
import { chipState, shownTargets, tones } from './chip-state.ts';
import { chipWords } from './chip-words.ts';
import './sla-chip.css';
import { useTicking } from './use-ticking.ts';

type Hours = (() => OpenHours) | null;

/** One of a ticket's own clocks. */
export function SlaChip({ target, clock, hours }: { target: Target; clock: TargetClock; hours: Hours }) {
  const t = useText();
  return <ClockChip name={t(`sla.${target}`)} clock={clock} hours={hours} />;
}

type ClockProps = {
  /** What the clock is of. */
  name: string;
  clock: TargetClock;
  /** Gives the hours of the calendar in which it counts. */
  hours?: Hours;
};

/** Icon, words and colour of one clock: never colour alone. */
export function ClockChip({ name, clock, hours = null }: ClockProps) {
  const t = useText();
  // One string, so that React compares what is seen: tone and words.
  const seen = useTicking((nowAt) => {
    const state = chipState(clock, nowAt, hours?.() ?? null);
    return `${state.tone}|${chipWords(t, state, nowAt)}`;
  });
  const [first, words] = seen.split('|');
  const tone = tones.find((one) => one === first) ?? 'none';
  return (
    <span className={`wk-chip wk-chip-${tone}`}>
      <ChipIcon tone={tone} />
      <span className="wk-chip-target">{name}</span>
      <span className="wk-chip-words">{words}</span>
    </span>
  );
}

type ChipsProps = { clocks: Clocks; sensitive: boolean; calendarVersionId: string | null };

/** Both clocks of a row, or the one word that a sensitive ticket shows. */
export function SlaChips({ clocks, sensitive, calendarVersionId }: ChipsProps) {
  const t = useText();
  const hours = useHours(calendarVersionId);
  if (sensitive) {
    return (
      <span className="wk-chip wk-chip-none" title={t('sla.excludedHint')}>
        <ChipIcon tone="none" />
        <span className="wk-chip-words">{t('sla.excluded')}</span>
      </span>
    );
  }
  // Two in fixed places: a row that is drawn again for another ticket keeps its elements.
  const [first, second] = shownTargets(clocks);
  return (
    <span className="wk-chips">
      <SlaChip target={first} clock={clocks[first]} hours={hours} />
      <SlaChip target={second} clock={clocks[second]} hours={hours} />
    </span>
  );
}
