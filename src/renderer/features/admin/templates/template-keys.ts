import type { TemplateKey } from '../../../../preload/contract/template-keys.ts';

/** Whom each text is for, in the order in which they are listed; a key too many or missing does not compile. */
const readers: Record<TemplateKey, 'contact' | 'staff'> = {
  'status_update.open': 'contact',
  'status_update.in_progress': 'contact',
  'status_update.pending': 'contact',
  'status_update.resolved': 'contact',
  'status_update.closed': 'contact',
  escalation_notice: 'contact',
  thank_you: 'contact',
  reply: 'contact',
  assignment: 'staff',
  warning: 'staff',
  reminder: 'staff',
  breach: 'staff',
  escalation: 'staff',
  escalation_former: 'staff',
  explanation_asked: 'staff',
  explanation_reminder: 'staff',
  explanation_escalated: 'staff',
  explanation_at_end: 'staff',
  explanation_answered: 'staff',
  explanation_sent_back: 'staff',
};
// The table's type allows no other keys.
const all = Object.keys(readers) as TemplateKey[];
export const contactKeys: readonly TemplateKey[] = all.filter((key) => readers[key] === 'contact');
export const staffKeys: readonly TemplateKey[] = all.filter((key) => readers[key] === 'staff');
