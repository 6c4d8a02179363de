import type { ChannelView } from '../../../../preload/contract/messages.ts';
import { useText } from '../../../client/use-text.ts';
import { formatCount, formatInstant } from '../../../i18n/format.ts';
import { ChannelState } from './channel-mark.tsx';
import { isBeingTried, shareText, whyText } from './channel-state.ts';

/** How a channel stands and why, and the figures that tell whether it can be relied on. */
export function ChannelFacts({ view }: { view: ChannelView }) {
  const t = useText();
  const { stateSince, lastSuccessAt, held, nextProbeAt, endsAt } = view;
  const why = whyText(t, view);
  const facts: { label: string; text: string }[] = [
    {
      label: t('channels.lastSuccess'),
      text: lastSuccessAt === null ? t('channels.never') : formatInstant(lastSuccessAt),
    },
    { label: t('channels.ofDay'), text: shareText(t, view) },
    { label: t('channels.held'), text: formatCount(held) },
    ...(nextProbeAt === null || isBeingTried(view)
      ? []
      : [{ label: t('channels.nextProbe'), text: formatInstant(nextProbeAt) }]),
    ...(endsAt === null ? [] : [{ label: t('channels.ends'), text: formatInstant(endsAt) }]),
  ];
  return (
    <>
      <div role="status" className="wk-channel-stands">
        <ChannelState view={view} />
        {stateSince === null ? null : (
          <span className="wk-faint">{t('channels.since', { at: formatInstant(stateSince) })}</span>
        )}
        {why === '' ? null : <p className="wk-plain">{why}</p>}
      </div>
      <dl className="wk-channel-facts">
        {facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
