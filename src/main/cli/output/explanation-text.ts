import type { Directory } from '../../../preload/contract/people.ts';
import type { ExplanationStep, ExplanationView } from '../../../preload/contract/tickets.ts';
import type { Instant } from '../../../preload/contract/values.ts';
import { names } from './ticket-json.ts';
import { clockText, instantText, tableText } from './words.ts';

type Named = ReturnType<typeof names>;

/** Who a step concerns and what it says besides. */
function stepCells(step: ExplanationStep, named: Named): [string, string] {
  switch (step.kind) {
    case 'reminded':
      return [step.toIds.map((id) => named.user(id) ?? '-').join(', '), step.outcome];
    case 'climbed':
      return step.toUserId === null
        ? ['', 'nobody is above']
        : [named.user(step.toUserId) ?? '-', `step ${step.level}, ${step.outcome}`];
    case 'answered':
      return [named.user(step.byId) ?? '', step.text];
    case 'accepted':
      return [named.user(step.byId) ?? '', ''];
    case 'sent_back':
      return [named.user(step.byId) ?? '', step.reason];
  }
}

/** @returns each explanation with its clock and what came of it; empty where none was asked for */
export function explanationsText(views: readonly ExplanationView[], directory: Directory, nowAt: Instant): string {
  const named = names(directory);
  const blocks = views.map((view) => {
    const asked = `asked ${instantText(view.askedAt)} by ${named.user(view.askedById) ?? '-'}`;
    const owes = view.status === 'owed' && view.level > 0 ? `, owed by ${named.user(view.owedById) ?? '-'}` : '';
    const rows = view.steps.map((step) => {
      const [who, what] = stepCells(step, named);
      return ['   ', instantText(step.at), step.kind, who, what.replace(/\s+/gu, ' ')];
    });
    const head = `  ${view.ofName}: ${view.status}${owes}, ${clockText(view.clock, nowAt)}; ${asked}\n`;
    return `${head}    ${view.question.replace(/\s+/gu, ' ')}\n${tableText(rows)}`;
  });
  return blocks.length === 0 ? '' : `Explanations:\n${blocks.join('')}`;
}
