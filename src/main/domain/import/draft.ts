import type { Instant } from '../../../preload/contract/values.ts';
import type { Contact, Place } from '../ticket/events.ts';
import type { StatusMeaning } from './mapping.ts';

/** A row of the file, checked and understood; nothing of it has been written yet. All instants epoch ms. */
export type TicketDraft = {
  /** Where its row begins in the file, from 1. */
  line: number;
  number: string;
  subject: string;
  description: string;
  category: string;
  contact: Contact;
  place: Place;
  /** Name of the team, empty for none. */
  team: string;
  createdAt: Instant;
  dueAt: Instant | null;
  closedAt: Instant | null;
  statusAt: Instant | null;
  meaning: StatusMeaning;
};
