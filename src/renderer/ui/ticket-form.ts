import type { TicketFields, TicketView } from '../../preload/contract/tickets.ts';
import type { Channel, Language, Priority, Severity, TicketKind } from '../../preload/contract/values.ts';

/** The fields of a ticket as they stand in a form: texts as typed, numbers not yet read. */
export type TicketForm = {
  kind: TicketKind;
  subject: string;
  description: string;
  category: string;
  severity: Severity;
  priority: Priority;
  callerName: string;
  phone: string;
  email: string;
  language: Language;
  /** Ways that the caller agreed to, in their order; null: those of the organization. */
  channels: readonly Channel[] | null;
  address: string;
  latitude: string;
  longitude: string;
};

export function emptyForm(language: Language): TicketForm {
  return {
    kind: 'complaint',
    subject: '',
    description: '',
    category: '',
    severity: 'medium',
    priority: 'medium',
    callerName: '',
    phone: '',
    email: '',
    language,
    channels: null,
    address: '',
    latitude: '',
    longitude: '',
  };
}

export function formOf(ticket: TicketView): TicketForm {
  const { kind, subject, description, category, severity, priority, contact, place } = ticket;
  return {
    kind,
    subject,
    description,
    category,
    severity,
    priority,
    callerName: contact.name,
    phone: contact.phone,
    email: contact.email,
    language: contact.language,
    channels: contact.channels ?? null,
    address: place.address,
    latitude: place.latitude === null ? '' : String(place.latitude),
    longitude: place.longitude === null ? '' : String(place.longitude),
  };
}

/** @returns null for an empty text, NaN for one that is no number or out of range */
function degrees(text: string, limit: number): number | null {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return null;
  const value = Number(plain);
  return Math.abs(value) <= limit ? value : Number.NaN;
}

/** What the form says, or why it cannot be said. */
export function fieldsOf(
  form: TicketForm,
): { ok: true; fields: TicketFields } | { ok: false; wrong: 'subject' | 'coordinates' } {
  const latitude = degrees(form.latitude, 90);
  const longitude = degrees(form.longitude, 180);
  if (form.subject.trim() === '') return { ok: false, wrong: 'subject' };
  if (Number.isNaN(latitude) || Number.isNaN(longitude)) return { ok: false, wrong: 'coordinates' };
  const { kind, subject, description, category, severity, priority } = form;
  return {
    ok: true,
    fields: {
      kind,
      subject: subject.trim(),
      description,
      category: category.trim(),
      severity,
      priority,
      contact: {
        name: form.callerName.trim(),
        phone: form.phone.trim(),
        email: form.email.trim(),
        language: form.language,
        ...(form.channels === null ? {} : { channels: [...form.channels] }),
      },
      place: { address: form.address.trim(), latitude, longitude },
    },
  };
}

/** Only what differs: a field that nobody touched must not overwrite what a colleague wrote meanwhile. */
export function changesBetween(before: TicketFields, after: TicketFields): Partial<TicketFields> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof TicketFields]),
    ),
  );
}
