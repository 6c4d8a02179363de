import type { TimelineEntry } from '../../../preload/contract/tickets.ts';
import { useNames } from '../../client/services.tsx';
import { formatInstant } from '../../i18n/format.ts';
import { useText } from '../../client/use-text.ts';
import { entryText, entryTitle, isMessage, messageKinds } from './timeline-text.ts';
import './timeline.css';

/** What the desk itself noticed this much later than it was due has both times: nobody was told before the second. */
const lateMs = 60_000;

/** By when it happened, not by when it was learnt; what happened at one instant keeps its order. */
function newestFirst(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return entries.toReversed().toSorted((a, b) => b.occurredAt - a.occurredAt);
}

/** Everything that happened, newest first. What has no effect any more stays, struck through and named. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="wk-timeline">
      {newestFirst(entries).map((entry) => (
        <Entry key={entry.eventId} entry={entry} />
      ))}
    </ol>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const t = useText();
  const names = useNames();
  const actor = entry.actorId === null ? null : (names.users.get(entry.actorId)?.displayName ?? t('people.unknown'));
  const title = entryTitle(t, names, entry);
  const text = entryText(t, entry);
  const effective = entry.effect === 'applied';
  const shape = isMessage(entry.kind) ? `wk-event-${messageKinds[entry.kind]}` : 'wk-event-line';
  const urgent = entry.kind === 'breached' || entry.kind === 'escalated' ? ' wk-event-urgent' : '';

  return (
    <li className={`wk-event ${shape}${urgent}${effective ? '' : ' wk-event-void'}`}>
      <div className="wk-event-head">
        {effective ? <span className="wk-event-title">{title}</span> : <s className="wk-event-title">{title}</s>}
        {effective ? null : (
          <span className="wk-event-effect">
            {entry.effect === 'voided' ? t('event.effectVoided') : t('event.effectOvertaken')}
          </span>
        )}
        {entry.kind === 'contact_wrote' ? null : (
          <span className="wk-event-by">{actor === null ? t('people.desk') : <bdi>{actor}</bdi>}</span>
        )}
        <time className="wk-event-time" dateTime={new Date(entry.occurredAt).toISOString()}>
          {formatInstant(entry.occurredAt)}
          {entry.actorId === null && entry.recordedAt - entry.occurredAt > lateMs
            ? ` · ${t('event.recorded', { at: formatInstant(entry.recordedAt) })}`
            : ''}
        </time>
      </div>
      {text === '' ? null : (
        <p className="wk-event-text" dir="auto">
          {effective ? text : <s>{text}</s>}
        </p>
      )}
    </li>
  );
}
