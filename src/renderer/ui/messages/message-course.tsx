import type { MessageTry, MessageView } from '../../../preload/contract/messages.ts';
import { useNames } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { formatInstant, isolated } from '../../i18n/format.ts';
import { reasonText, stepText, toneOf } from './message-words.ts';
import './messages.css';

function Step({ step }: { step: MessageTry }) {
  const t = useText();
  const names = useNames();
  const reason = reasonText(t, step.code);
  const who = step.actorId === null ? null : (names.users.get(step.actorId)?.displayName ?? t('people.unknown'));
  return (
    <li className="wk-message-step">
      <time dateTime={new Date(step.at).toISOString()}>{formatInstant(step.at)}</time>
      <span>
        {stepText(t, step.what)}
        {who === null ? null : <span className="wk-message-faint"> {t('event.by', { name: isolated(who) })}</span>}
        {reason === '' ? null : <span className="wk-message-why">{reason}</span>}
      </span>
    </li>
  );
}

/** What was tried and what came of it, oldest first, and the text as it left or would leave. */
export function MessageCourse({ message }: { message: MessageView }) {
  const t = useText();
  const { subject, text, tries, language, expiresAt, kind } = message;
  return (
    <div className="wk-message-course">
      <ol className="wk-message-steps" aria-label={t('message.course')}>
        {tries.map((step) => (
          <Step key={`${step.at} ${step.what} ${step.state}`} step={step} />
        ))}
      </ol>
      {toneOf[message.state] === 'waiting' ? (
        <p className="wk-message-faint">{t('message.expiresAt', { at: formatInstant(expiresAt) })}</p>
      ) : null}
      {text === '' ? (
        <p className="wk-message-faint">{t(kind === 'restricted' ? 'message.textRestricted' : 'message.textBlank')}</p>
      ) : (
        <div className="wk-message-text" lang={language} dir="auto">
          {subject === null || subject === '' ? null : <strong>{subject}</strong>}
          <p dir="auto">{text}</p>
        </div>
      )}
    </div>
  );
}
