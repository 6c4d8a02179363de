import { useEffect, useRef, useState } from 'react';
import type { ContactWay } from '../../../preload/contract/messages.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import { statusMoves } from '../../../preload/contract/status-moves.ts';
import type { TicketView, TimelineEntry } from '../../../preload/contract/tickets.ts';
import { useServices, useUser } from '../../client/services.tsx';
import { useText } from '../../client/use-text.ts';
import { replyWayOf, type ReplyWay } from '../../ui/messages/reply-way.ts';
import type { TFunction } from 'i18next';
import type { Said } from '../../client/message-store.ts';
import type { TicketAccess } from './use-ticket.ts';

export type Mode = 'reply' | 'note';
/** A reply that was stopped: what came meanwhile, and the version that shows it. The text stays in the composer. */
export type Stopped = { entries: readonly TimelineEntry[]; version: number; thenResolve: boolean };
type Seen = { version: number; eventIds: ReadonlySet<string> };

const draftKey = (mode: Mode, ticketId: string) => `${mode}:${ticketId}`;
const seenOf = (ticket: TicketView): Seen => ({
  version: ticket.version,
  eventIds: new Set(ticket.timeline.map(({ eventId }) => eventId)),
});

/** What the toast says of a reply: never more than what has happened to it. */
function repliedBy(t: TFunction, number: string, reply: ReplyWay | null): Said {
  if (reply === null) return { key: 'messages.repliedOn', values: { number } };
  if (reply.kind === 'recorded') return { key: 'messages.replied', values: { number } };
  if (reply.kind === 'held') return { key: 'messages.repliedHeld', values: { number } };
  return { key: 'messages.repliedQueued', values: { number, channel: t(`channel.${reply.way.channel}`) } };
}

type Given = {
  ticket: TicketView;
  /** How the contact can be reached; null until it is known. */
  ways: readonly ContactWay[] | null;
  access: TicketAccess;
  begin: Mode;
  onNext: () => boolean;
};

/** Two texts, each with its draft; a reply remembers what its writer had seen when it was begun. */
export function useComposer({ ticket, ways, access, begin, onNext }: Given) {
  const t = useText();
  const { client, drafts, messages } = useServices();
  const me = useUser();
  const [mode, setMode] = useState<Mode>(begin);
  const [texts, setTexts] = useState<Record<Mode, string>>({ reply: '', note: '' });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [stopped, setStopped] = useState<Stopped | null>(null);
  const seen = useRef<Seen | null>(null);
  const shown = useRef(ticket);
  const { id: ticketId, number } = ticket;
  const reply = ways === null && !ticket.sensitive ? null : replyWayOf(ways ?? [], ticket.sensitive);

  useEffect(() => {
    shown.current = ticket;
  }, [ticket]);

  useEffect(() => {
    for (const one of ['reply', 'note'] as const) {
      void drafts.read(draftKey(one, ticketId)).then((text) => {
        if (text === '') return;
        // Typing that was quicker than the store stays.
        setTexts((now) => (now[one] === '' ? { ...now, [one]: text } : now));
        if (one === 'reply') seen.current ??= seenOf(shown.current);
      });
    }
  }, [drafts, ticketId]);

  // What the writer did meanwhile is no surprise to the writer.
  useEffect(() => {
    if (seen.current?.version === ticket.version && access.ownVersion > ticket.version) {
      seen.current = { ...seen.current, version: access.ownVersion };
    }
  }, [access.ownVersion, ticket.version]);

  function type(text: string): void {
    if (mode === 'reply') seen.current = text === '' ? null : (seen.current ?? seenOf(ticket));
    setTexts((now) => ({ ...now, [mode]: text }));
    drafts.save(draftKey(mode, ticketId), text);
  }

  function sent(what: Mode): void {
    if (what === 'reply') seen.current = null;
    setTexts((now) => ({ ...now, [what]: '' }));
    drafts.save(draftKey(what, ticketId), '');
    setStopped(null);
  }

  /** @returns whether the text has gone out */
  async function send(thenResolve: boolean, seenVersion = seen.current?.version ?? ticket.version): Promise<boolean> {
    const text = texts[mode];
    if (text.trim() === '' || busy) return false;
    setBusy(true);
    setFailure(null);
    const answer =
      mode === 'reply'
        ? await client.request('ticket.reply', { ticketId, text, seenVersion })
        : await client.request('ticket.note', { ticketId, text });
    if (answer.ok) {
      sent(mode);
      const eventIds = [answer.value.eventId];
      const resolves = thenResolve && statusMoves[ticket.status].includes('resolved');
      const resolved = resolves ? await client.request('ticket.setStatus', { ticketId, status: 'resolved' }) : null;
      if (resolved?.ok === true) eventIds.push(resolved.value.eventId);
      if (resolved?.ok === false) setFailure(resolved);
      else {
        const said: Said =
          resolved !== null
            ? { key: 'messages.status', values: { number, status: t('status.resolved') } }
            : mode === 'note'
              ? { key: 'messages.noted', values: { number } }
              : repliedBy(t, number, reply);
        messages.done(said, eventIds);
      }
      const moved = resolved?.ok === true && onNext();
      if (!moved) await access.reload();
    } else if (answer.code === 'TICKET_STALE') {
      const now = await access.reload();
      const entries = (now ?? ticket).timeline.filter(
        (entry) => seen.current?.eventIds.has(entry.eventId) !== true && entry.actorId !== me.id,
      );
      setStopped({ entries, version: (now ?? ticket).version, thenResolve });
    } else {
      setFailure(answer);
    }
    setBusy(false);
    return answer.ok;
  }

  return {
    mode,
    setMode,
    text: texts[mode],
    /** What becomes of the reply; null until it is known. */
    reply,
    type,
    busy,
    failure,
    send,
    stopped,
    keepWriting: () => setStopped(null),
    changedSince:
      mode === 'reply' && seen.current !== null && ticket.version > Math.max(seen.current.version, access.ownVersion),
  };
}
