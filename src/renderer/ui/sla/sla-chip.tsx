import type { Clocks, TargetClock } from '../../../preload/contract/tickets.ts';
import type { Target } from '../../../preload/contract/values.ts';
import { useText } from '../../client/use-text.ts';
import { ChipIcon } from './chip-icon.tsx';
import { chipState, shownTargets, tones } from './chip-state.ts';
import { spanText } from './duration.ts';
import './sla-chip.css';
import { useTicking } from './use-ticking.ts';

/** One of a ticket's own clocks. */
export function SlaChip({ target, clock }: { target: Target; clock: TargetClock }) {
  const t = useText();
  return <ClockChip name={t(`sla.${target}`)} clock={clock} />;
}

/** Icon, words and colour of one clock: never colour alone. @param name  what the clock is of */
export function ClockChip({ name, clock }: { name: string; clock: TargetClock }) {
  const t = useText();
  // One string, so that React compares what is seen: tone and words.
  const seen = useTicking((nowAt) => {
    const { tone, word, spanMs } = chipState(clock, nowAt);
    return `${tone}|${t(`sla.${word}`, { span: spanMs === null ? '' : spanText(t, spanMs) })}`;
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

/** Both clocks of a row, or the one word that a sensitive ticket shows. */
export function SlaChips({ clocks, sensitive }: { clocks: Clocks; sensitive: boolean }) {
  const t = useText();
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
      <SlaChip target={first} clock={clocks[first]} />
      <SlaChip target={second} clock={clocks[second]} />
    </span>
  );
}
