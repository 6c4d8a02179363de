/** Statuses that the product has a text for; `escalated` is told by the escalation notice. */
export const toldStatuses = ['open', 'in_progress', 'escalated', 'resolved', 'closed'] as const;
export type ToldStatus = (typeof toldStatuses)[number];

/** News to staff about one ticket, each one sentence with its full stop; `reminder_*`: by its place in the policy's list. */
export const staffTextKeys = [
  'assignment',
  'warning',
  'reminder',
  'reminder_first',
  'reminder_second',
  'breach',
  'escalation',
  'escalation_former',
  'explanation_asked',
  'explanation_reminder',
  'explanation_escalated',
  'explanation_at_end',
  'explanation_answered',
  'explanation_sent_back',
] as const;
export type StaffTextKey = (typeof staffTextKeys)[number];

/** What is counted; each has the forms of its language's plural, `open_one`, `open_other` … */
export const countedKeys = ['bundle', 'open', 'breached', 'due_soon', 'unassigned', 'at_level'] as const;
export type CountedKey = (typeof countedKeys)[number];
export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** All that the product says to people outside its window, in one language. */
export type LanguageTexts<Form extends PluralForm = PluralForm> = {
  /** Seed A's frame; `status_text` is one of `statuses`. */
  updateFrame: string;
  updateSubject: string;
  statuses: Readonly<Record<ToldStatus, string>>;
  /** Mail only, after the sentence itself. */
  escalationMore: string;
  thankYou: string;
  thankYouSubject: string;
  reply: string;
  replySubject: string;
  staff: Readonly<Record<StaffTextKey, string>>;
  /** Mail only, after each of `staff`. */
  inTheDesk: string;
  /** All that is said of a sensitive ticket. */
  restricted: string;
  digestSubject: string;
  test: string;
  testSubject: string;
  /** In mails, before the short reference. */
  reference: string;
  counted: Readonly<Record<`${CountedKey}_${Form}`, string>>;
};
