import { ArrowTrendingLinesRegular } from '@fluentui/react-icons/svg/arrow-trending-lines';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { PauseRegular } from '@fluentui/react-icons/svg/pause';
import { SubtractRegular } from '@fluentui/react-icons/svg/subtract';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clocks, TargetClock } from '../../../preload/contract/tickets.ts';
import type { Target } from '../../../preload/contract/values.ts';
import { chipState, shownTargets, tones, type Tone } from './chip-state.ts';
import { spanText } from './duration.ts';
import './sla-chip.css';
import { useTicking } from './use-ticking.ts';

const icons: Record<Tone, ComponentType> = {
  none: SubtractRegular,
  calm: ClockRegular,
  soon: ClockAlarmRegular,
  late: ErrorCircleFilled,
  paused: PauseRegular,
  met: CheckmarkCircleRegular,
  missed: ArrowTrendingLinesRegular,
};

/** Icon, words and colour of one clock: never colour alone. */
export function SlaChip({ target, clock }: { target: Target; clock: TargetClock }) {
  const { t } = useTranslation();
  // One string, so that React compares what is seen: tone and words.
  const seen = useTicking((nowAt) => {
    const { tone, word, spanMs } = chipState(clock, nowAt);
    return `${tone}|${t(`sla.${word}`, { span: spanMs === null ? '' : spanText(t, spanMs) })}`;
  });
  const [first, words] = seen.split('|');
  const tone = tones.find((one) => one === first) ?? 'none';
  const Icon = icons[tone];
  return (
    <span className={`wk-chip wk-chip-${tone}`}>
      <Icon aria-hidden />
      <span className="wk-chip-target">{t(`sla.${target}`)}</span>
      <span className="wk-chip-words">{words}</span>
    </span>
  );
}

/** Both clocks of a row, or the one word that a sensitive ticket shows. */
export function SlaChips({ clocks, sensitive }: { clocks: Clocks; sensitive: boolean }) {
  const { t } = useTranslation();
  if (sensitive) {
    return (
      <span className="wk-chip wk-chip-none" title={t('sla.excludedHint')}>
        <SubtractRegular aria-hidden />
        <span className="wk-chip-words">{t('sla.excluded')}</span>
      </span>
    );
  }
  return (
    <span className="wk-chips">
      {shownTargets(clocks).map((target) => (
        <SlaChip key={target} target={target} clock={clocks[target]} />
      ))}
    </span>
  );
}
