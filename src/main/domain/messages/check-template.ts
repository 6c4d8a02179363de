import { templatePlaceholders, type TemplateKey } from '../../../preload/contract/template-keys.ts';
import type { Channel } from '../../../preload/contract/values.ts';
import { hasStrayBraces, placeholdersIn } from './templates/fill.ts';

/** What is wrong with an organization's own text. `names`: placeholders, apart by commas. */
export type TemplateProblem = {
  code:
    | 'TEMPLATE_EMPTY'
    | 'TEMPLATE_BRACES'
    | 'TEMPLATE_MISSING'
    | 'TEMPLATE_UNKNOWN'
    | 'TEMPLATE_SUBJECT'
    | 'TEMPLATE_SUBJECT_LINES';
  path: 'subject' | 'body';
  names: string;
};

function problem(code: TemplateProblem['code'], path: TemplateProblem['path'], names: readonly string[] = []) {
  return { code, path, names: names.join(', ') };
}

function subjectProblems(declared: readonly string[], channel: Channel, subject: string | null): TemplateProblem[] {
  if (channel !== 'email') return subject === null ? [] : [problem('TEMPLATE_SUBJECT', 'subject')];
  if (subject === null || subject.trim() === '') return [problem('TEMPLATE_EMPTY', 'subject')];
  // What people wrote to each other has many lines and is for the body alone.
  const unknown = placeholdersIn(subject).filter((name) => name === 'text' || !declared.includes(name));
  return [
    ...(/\p{Cc}/u.test(subject) ? [problem('TEMPLATE_SUBJECT_LINES', 'subject')] : []),
    ...(hasStrayBraces(subject) ? [problem('TEMPLATE_BRACES', 'subject')] : []),
    ...(unknown.length === 0 ? [] : [problem('TEMPLATE_UNKNOWN', 'subject', unknown)]),
  ];
}

/**
 * What is wrong with an organization's own text; nothing where it is well.
 * Its body names exactly what the key declares; a mail's subject may name some of it.
 * Rule: notifications.md, Languages.
 */
export function checkTemplate(
  key: TemplateKey,
  channel: Channel,
  subject: string | null,
  body: string,
): readonly TemplateProblem[] {
  const declared: readonly string[] = templatePlaceholders[key];
  const ofSubject = subjectProblems(declared, channel, subject);
  if (body.trim() === '') return [...ofSubject, problem('TEMPLATE_EMPTY', 'body')];
  const named = placeholdersIn(body);
  const missing = declared.filter((name) => !named.includes(name));
  const unknown = named.filter((name) => !declared.includes(name));
  return [
    ...ofSubject,
    ...(hasStrayBraces(body) ? [problem('TEMPLATE_BRACES', 'body')] : []),
    ...(missing.length === 0 ? [] : [problem('TEMPLATE_MISSING', 'body', missing)]),
    ...(unknown.length === 0 ? [] : [problem('TEMPLATE_UNKNOWN', 'body', unknown)]),
  ];
}
