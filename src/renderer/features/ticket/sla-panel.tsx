import { Button } from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import type { TargetClock, TicketView } from '../../../preload/contract/tickets.ts';
import type { Target } from '../../../preload/contract/values.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useShortcut } from '../../client/use-bindings.ts';
import { useHours } from '../../client/use-hours.ts';
import { useText } from '../../client/use-text.ts';
import { LevelBadge } from '../../ui/marks.tsx';
import { spanText } from '../../ui/sla/duration.ts';
import { SlaChip } from '../../ui/sla/sla-chip.tsx';
import { Section } from './section.tsx';

/** The times behind a chip: when it is due, was met, was noticed late, and what a clock that stands still has left. */
function ClockTimes({ clock }: { clock: TargetClock }) {
  const t = useText();
  const times: string[] = [];
  if ('dueAt' in clock && clock.dueAt !== null) times.push(t('ticket.due', { at: formatInstant(clock.dueAt) }));
  if (clock.kind === 'paused') times.push(t('ticket.leftWhenResumed', { span: spanText(t, clock.remainingMs) }));
  if (clock.kind === 'met') times.push(t('ticket.metAt', { at: formatInstant(clock.metAt) }));
  if (clock.kind === 'breached' && clock.noticedAt !== null && clock.noticedAt !== clock.dueAt) {
    times.push(t('ticket.noticed', { at: formatInstant(clock.noticedAt) }));
  }
  if (clock.kind === 'breached' && clock.endedAt !== null)
    times.push(t('ticket.ended', { at: formatInstant(clock.endedAt) }));
  return times.map((time) => (
    <span key={time} className="wk-faint wk-small">
      {time}
    </span>
  ));
}

function NextStep({ ticket }: { ticket: TicketView }) {
  const t = useText();
  if (ticket.escalation.awaitingTarget) return t('ticket.awaitingTarget');
  if (ticket.nextAt === null) return t('ticket.nextNone');
  return (
    <>
      {t('ticket.nextAt')} <time className="wk-block">{formatInstant(ticket.nextAt)}</time>
    </>
  );
}

export function SlaPanel({ ticket, onExplain }: { ticket: TicketView; onExplain: () => void }) {
  const t = useText();
  const hours = useHours(ticket.calendarVersionId);
  const shortcut = useShortcut('explain');
  if (ticket.sensitive) {
    return (
      <Section title={t('ticket.sla')}>
        <p className="wk-plain">
          <strong>{t('sla.excluded')}</strong>
        </p>
        <p className="wk-plain wk-faint">{t('sla.excludedHint')}</p>
      </Section>
    );
  }
  const targets: readonly Target[] =
    ticket.clocks.next_response.kind === 'none'
      ? ['response', 'resolution']
      : ['response', 'next_response', 'resolution'];
  const { escalation } = ticket;
  return (
    <Section
      title={t('ticket.sla')}
      action={
        <Button size="small" appearance="subtle" icon={<QuestionCircleRegular />} onClick={onExplain} {...shortcut}>
          {t('ticket.why')}
        </Button>
      }
    >
      {targets.map((target) => (
        <div key={target} className="wk-sla-clock">
          <SlaChip target={target} clock={ticket.clocks[target]} hours={hours} />
          <ClockTimes clock={ticket.clocks[target]} />
        </div>
      ))}
      <dl className="wk-facts">
        <div>
          <dt>{t('ticket.policy')}</dt>
          <dd>{ticket.policyName === null ? t('ticket.noPolicy') : <bdi>{ticket.policyName}</bdi>}</dd>
        </div>
        <div>
          <dt>{t('ticket.level')}</dt>
          <dd>
            {escalation.level === 0 ? (
              t('level.none')
            ) : (
              <>
                <LevelBadge level={escalation.level} />{' '}
                {escalation.at === null ? null : <time className="wk-block">{formatInstant(escalation.at)}</time>}
              </>
            )}
            {escalation.reason === null || escalation.reason === '' ? null : (
              <span className="wk-block" dir="auto">
                {escalation.reason}
              </span>
            )}
            {escalation.acknowledgedUntil === null ? null : (
              <span className="wk-block wk-faint">
                {t('ticket.acknowledgedUntil', { at: formatInstant(escalation.acknowledgedUntil) })}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('ticket.next')}</dt>
          <dd>
            <NextStep ticket={ticket} />
          </dd>
        </div>
      </dl>
    </Section>
  );
}
