import type { ExplanationPart } from '../../../preload/contract/explain.ts';
import { climbText, nextClimbText, requestDue, requestName } from './request-texts.ts';
import { Step } from './step.tsx';
import { tellingText } from './telling-texts.ts';
import type { Words } from './words.ts';

function Request({ part, words }: { part: ExplanationPart; words: Words }) {
  const { t, at } = words;
  const { lead, text } = tellingText(part.reminder.at, part.reminder.standing, words);
  return (
    <li className="wk-explain-line">
      <span className="wk-explain-name">{requestName(part, words)}</span>
      <span>{requestDue(part, words)}</span>
      <span>
        {t('explain.requests.reminder')}: <strong className="wk-explain-lead">{lead}:</strong>{' '}
        {part.reminder.at === null ? null : <span className="wk-explain-at">{`${at(part.reminder.at)}.`}</span>} {text}
      </span>
      {part.climbed.map((climb) => (
        <span key={climb.eventId}>{climbText(climb, words)}</span>
      ))}
      <span>{nextClimbText(part, words)}</span>
    </li>
  );
}

/** Explanations that were asked for: due, reminded of, passed up. */
export function RequestsStep({ parts, words }: { parts: readonly ExplanationPart[]; words: Words }) {
  return (
    <Step value="requests" title={words.t('explain.requests.title')}>
      <ul className="wk-explain-lines">
        {parts.map((part) => (
          <Request key={part.requestId} part={part} words={words} />
        ))}
      </ul>
    </Step>
  );
}
