import { Button } from '@fluentui/react-components';
import type { TFunction } from 'i18next';
import type { ExplanationStep, ExplanationView } from '../../../preload/contract/tickets.ts';
import type { Names } from '../../client/directory-store.ts';
import { useNames, useUser } from '../../client/services.tsx';
import { useHours } from '../../client/use-hours.ts';
import { useText } from '../../client/use-text.ts';
import { formatInstant, isolated } from '../../i18n/format.ts';
import { ClockChip } from '../../ui/sla/sla-chip.tsx';

export type ExplanationAct = ExplanationView['allowed'][number];

function personName(t: TFunction, names: Names, id: string | null): string {
  const known = id === null ? undefined : names.users.get(id)?.displayName;
  return isolated(known ?? t('people.unknown'));
}

/** Whether the one who is asked also wrote it down, or somebody for them. */
function answerTitle(t: TFunction, names: Names, byId: string | null, { ofUserId }: ExplanationView): string {
  const values = { name: personName(t, names, byId) };
  return byId !== null && byId === ofUserId ? t('explanation.answered', values) : t('explanation.recorded', values);
}

function stepTitle(t: TFunction, names: Names, step: ExplanationStep, explanation: ExplanationView): string {
  switch (step.kind) {
    case 'reminded': {
      if (step.outcome === 'missed') return t('explanation.remindedMissed');
      if (step.outcome === 'nobody') return t('explanation.remindedNobody');
      return t('explanation.reminded', { name: step.toIds.map((id) => personName(t, names, id)).join(' · ') });
    }
    case 'climbed': {
      if (step.toUserId === null) return t('explanation.atEnd');
      const values = { name: personName(t, names, step.toUserId), level: step.level };
      return step.outcome === 'sent' ? t('explanation.climbed', values) : t('explanation.climbedMissed', values);
    }
    case 'answered':
      return answerTitle(t, names, step.byId, explanation);
    case 'accepted':
      return t('explanation.accepted', { name: personName(t, names, step.byId) });
    case 'sent_back':
      return t('explanation.sentBack', { name: personName(t, names, step.byId) });
  }
}

function Step({ step, explanation }: { step: ExplanationStep; explanation: ExplanationView }) {
  const t = useText();
  const names = useNames();
  const text = step.kind === 'answered' ? step.text : step.kind === 'sent_back' ? step.reason : '';
  const late = step.kind === 'climbed' ? ' wk-explanation-late' : '';
  return (
    <li className={`wk-explanation-step${late}`}>
      <span>{stepTitle(t, names, step, explanation)}</span>
      <time className="wk-faint wk-small" dateTime={new Date(step.at).toISOString()}>
        {formatInstant(step.at)}
      </time>
      {text === '' ? null : (
        <p className="wk-explanation-text" dir="auto">
          {text}
        </p>
      )}
    </li>
  );
}

type Props = { explanation: ExplanationView; onAct: (act: ExplanationAct) => void };

export function ExplanationCard({ explanation, onAct }: Props) {
  const t = useText();
  const names = useNames();
  const me = useUser();
  const hours = useHours(explanation.calendarVersionId);
  const { clock, status, ofName, ofUserId, owedById } = explanation;
  const dueAt = 'dueAt' in clock ? clock.dueAt : null;
  const hasClimbed = status === 'owed' && owedById !== null && owedById !== ofUserId;
  // Whoever writes down what another person says must not seem to say it.
  const isMine = me.id === ofUserId || me.id === owedById;

  return (
    <li className="wk-explanation">
      <div className="wk-explanation-head">
        <h3 className="wk-explanation-of">
          {t('explanation.of', { name: isolated(ofName) })}
          {ofUserId === null ? <span className="wk-faint"> · {t('explanation.noAccount')}</span> : null}
        </h3>
        <span className={`wk-explanation-status wk-explanation-${status}`}>{t(`explanation.status.${status}`)}</span>
      </div>
      {clock.kind === 'none' ? (
        <span className="wk-faint wk-small">{t('explanation.noDueTime')}</span>
      ) : (
        <div className="wk-sla-clock">
          <ClockChip name={t('explanation.clock')} clock={clock} hours={hours} />
          {dueAt === null ? null : (
            <span className="wk-faint wk-small">{t('explanation.due', { at: formatInstant(dueAt) })}</span>
          )}
        </div>
      )}
      <p className="wk-explanation-text" dir="auto">
        {explanation.question}
      </p>
      <p className="wk-plain wk-faint wk-small">
        {t('explanation.askedBy', {
          name: personName(t, names, explanation.askedById),
          at: formatInstant(explanation.askedAt),
        })}
      </p>
      {hasClimbed ? (
        <p className="wk-plain">
          <strong>{t('explanation.owedBy', { name: personName(t, names, owedById) })}</strong>
        </p>
      ) : null}
      {explanation.steps.length === 0 ? null : (
        <ol className="wk-explanation-steps" aria-label={t('explanation.what')}>
          {explanation.steps.map((step) => (
            <Step key={step.eventId} step={step} explanation={explanation} />
          ))}
        </ol>
      )}
      {explanation.allowed.length === 0 ? null : (
        <div className="wk-explanation-actions">
          {explanation.allowed.map((act) => {
            const action = t(`explanation.actions.${act === 'answer' && !isMine ? 'record' : act}`);
            return (
              <Button
                key={act}
                size="small"
                appearance={act === 'send_back' ? 'secondary' : 'primary'}
                aria-label={t('explanation.actionOn', { action, name: isolated(ofName) })}
                onClick={() => onAct(act)}
              >
                {action}
              </Button>
            );
          })}
        </div>
      )}
    </li>
  );
}
