import { useEffect, useRef, useState } from 'react';
import type { LikelyDuplicate } from '../../../preload/contract/intake.ts';
import type { Failure } from '../../../preload/contract/result.ts';
import type { TicketChanged } from '../../../preload/contract/tickets.ts';
import type { Organization } from '../../client/directory-store.ts';
import { useDesk, useNames, useServices } from '../../client/services.tsx';
import { fieldsOf } from '../../ui/ticket-form.ts';
import { draftText, emptyIntake, isBlank, readDraft, type Intake } from './intake-draft.ts';

const draftKey = 'intake';

export type Wrong = 'subject' | 'coordinates' | 'organization';
type Given = { onCreated: (ticketId: string) => void; onWrong: (wrong: Wrong) => void };

/** A call as it is being written down: kept as it is typed, made a ticket, or linked to one that is there. */
export function useIntake({ onCreated, onWrong }: Given) {
  const { client, drafts, messages } = useServices();
  const names = useNames();
  const language = useDesk(({ info }) => info.language);
  const [intake, setIntake] = useState<Intake>(() => emptyIntake(language));
  const [restored, setRestored] = useState(false);
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const touched = useRef(false);
  const newest = useRef(intake);

  const organizations = [...names.organizations.values()].filter(({ canCreate }) => canCreate);
  const organization: Organization | undefined =
    organizations.find(({ id }) => id === intake.organizationId) ??
    (organizations.length === 1 ? organizations[0] : undefined);

  useEffect(() => {
    void drafts.read(draftKey).then((text) => {
      const draft = readDraft(text, language);
      if (draft === null || touched.current) return;
      newest.current = draft;
      setIntake(draft);
      setRestored(true);
    });
  }, [drafts, language]);

  function change(part: Partial<Intake>): void {
    touched.current = true;
    setWrong(null);
    // From the newest, not from what is drawn: leaving a field can change two things in one turn.
    const next = { ...newest.current, ...part };
    newest.current = next;
    setIntake(next);
    drafts.save(draftKey, isBlank(next, language) ? '' : draftText(next));
  }
  function discard(): void {
    newest.current = emptyIntake(language);
    setIntake(newest.current);
    setRestored(false);
    setWrong(null);
    drafts.save(draftKey, '');
  }

  /** @returns null when it was not made, with what is wrong on screen */
  async function make(form: Intake): Promise<TicketChanged | null> {
    const read = fieldsOf(form);
    const refused = organization === undefined ? 'organization' : read.ok ? null : read.wrong;
    setWrong(refused);
    if (refused !== null) onWrong(refused);
    if (!read.ok || organization === undefined) return null;
    const { teamId, assigneeId, sensitive } = form;
    const answer = await client.request('ticket.create', {
      ...read.fields,
      organizationId: organization.id,
      teamId,
      assigneeId,
      sensitive,
    });
    setFailure(answer.ok ? null : answer);
    if (answer.ok) drafts.save(draftKey, '');
    return answer.ok ? answer.value : null;
  }

  async function create(): Promise<void> {
    if (busy) return;
    setBusy(true);
    const made = await make(intake);
    setBusy(false);
    if (made === null) return;
    messages.done({ key: 'messages.created', values: { number: made.number } });
    onCreated(made.ticketId);
  }

  /** The call becomes a ticket of its own, closed as a duplicate: what this caller told is kept and counted. */
  async function link({ ticket }: LikelyDuplicate): Promise<void> {
    if (busy) return;
    setBusy(true);
    const subject = intake.subject.trim() === '' ? ticket.subject : intake.subject;
    const made = await make({ ...intake, subject });
    const merged =
      made === null ? null : await client.request('ticket.merge', { ticketId: made.ticketId, intoTicketId: ticket.id });
    setBusy(false);
    if (made === null || merged === null) return;
    if (merged.ok) {
      const values = { number: made.number, into: ticket.number };
      messages.done({ key: 'messages.linked', values }, [merged.value.eventId]);
      onCreated(ticket.id);
    } else {
      // Somebody closed or hid the other one meanwhile: this one stands by itself.
      messages.failed(merged);
      onCreated(made.ticketId);
    }
  }

  return {
    intake,
    change,
    discard,
    restored,
    wrong,
    failure,
    busy,
    organization,
    organizations,
    mayCreate: names.organizations.size === 0 || organizations.length > 0,
    create,
    link,
  };
}
