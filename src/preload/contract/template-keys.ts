/**
 * Texts that an organization can write for itself, and what each has to name: all of it in the body and nothing else, in the
 * order in which a Content template numbers its variables. What is said of sensitive tickets is a rule and not among them.
 * The rules check by this table and the screen offers by it.
 */
export const templatePlaceholders = {
  'status_update.open': ['tracking_number'],
  'status_update.in_progress': ['tracking_number'],
  'status_update.pending': ['tracking_number'],
  'status_update.resolved': ['tracking_number'],
  'status_update.closed': ['tracking_number'],
  escalation_notice: ['tracking_number'],
  thank_you: ['tracking_number'],
  reply: ['tracking_number', 'text'],
  assignment: ['tracking_number'],
  warning: ['tracking_number', 'due'],
  reminder: ['tracking_number', 'due'],
  breach: ['tracking_number', 'due'],
  escalation: ['tracking_number', 'level'],
  escalation_former: ['tracking_number', 'level'],
  explanation_asked: ['tracking_number'],
  explanation_reminder: ['tracking_number', 'due'],
  explanation_escalated: ['tracking_number', 'level'],
  explanation_at_end: ['tracking_number'],
  explanation_answered: ['tracking_number'],
  explanation_sent_back: ['tracking_number'],
} as const satisfies Record<string, readonly string[]>;

/** A kind of message, and for a status update which status. */
export type TemplateKey = keyof typeof templatePlaceholders;
export const templateKeys = Object.keys(templatePlaceholders) as [TemplateKey, ...TemplateKey[]];
