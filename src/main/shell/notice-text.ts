import type { UnshownNews } from '../ports/notifier.ts';
import type { ShellText } from './shell-texts.ts';

const noticeKeys: Readonly<Record<UnshownNews['kind'], string>> = {
  assignment: 'noticeAssignment',
  warning: 'noticeWarning',
  reminder: 'noticeReminder',
  breach: 'noticeBreach',
  escalation: 'noticeEscalation',
  escalation_former: 'noticeEscalationFormer',
  sensitive_marked: 'noticeSensitive',
  explanation_asked: 'noticeExplanationAsked',
  explanation_reminder: 'noticeExplanationReminder',
  explanation_escalated: 'noticeExplanationEscalated',
  explanation_at_end: 'noticeExplanationAtEnd',
  explanation_answered: 'noticeExplanationAnswered',
  explanation_sent_back: 'noticeExplanationSentBack',
};

/**
 * What a native notification says: anybody who passes by can read it.
 * @param locked  whether the desk is: then no more than the tracking number, and of a sensitive ticket not even that
 * Rule: product.md, SLA 10; Notifications.
 */
export function noticeText(text: ShellText, { kind, number, level, restricted }: UnshownNews, locked: boolean): string {
  if (restricted) return locked ? text('noticeMany', { count: 1 }) : text('noticeRestricted', { number });
  return locked ? number : text(noticeKeys[kind], { number, level: level ?? 0 });
}
