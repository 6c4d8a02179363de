import type { Language } from '../../../preload/contract/values.ts';
import { emptyForm, type TicketForm } from '../../ui/ticket-form.ts';
import { channelList, gradeList, kindList, languageList } from '../../ui/value-lists.ts';

export type Intake = TicketForm & {
  organizationId: string;
  teamId: string | null;
  assigneeId: string | null;
  sensitive: boolean;
};

export function emptyIntake(language: Language): Intake {
  return { ...emptyForm(language), organizationId: '', teamId: null, assigneeId: null, sensitive: false };
}

export function isBlank(intake: Intake, language: Language): boolean {
  return draftText(intake) === draftText(emptyIntake(language));
}

export function draftText(intake: Intake): string {
  return JSON.stringify(intake);
}

const choices: Partial<Record<keyof Intake, readonly string[]>> = {
  kind: kindList,
  severity: gradeList,
  priority: gradeList,
  language: languageList,
};

/**
 * A draft as it was saved, perhaps by another release: what it has that fits is taken, the rest is as in an empty form.
 * @returns null for no draft or one that cannot be read
 */
export function readDraft(text: string, language: Language): Intake | null {
  const empty = emptyIntake(language);
  try {
    const saved: unknown = JSON.parse(text);
    if (typeof saved !== 'object' || saved === null) return null;
    const fitting = Object.entries(saved).filter(
      ([name, value]) => name in empty && fitsField(empty, name as keyof Intake, value),
    );
    return { ...empty, ...Object.fromEntries(fitting) };
  } catch {
    return null;
  }
}

function areChannels(value: unknown): boolean {
  const known: readonly unknown[] = channelList;
  return value === null || (Array.isArray(value) && value.every((one) => known.includes(one)));
}

function fitsField(empty: Intake, name: keyof Intake, value: unknown): boolean {
  if (name === 'channels') return areChannels(value);
  const offered = choices[name];
  if (offered !== undefined) return typeof value === 'string' && offered.includes(value);
  const sample = empty[name];
  return sample === null ? value === null || typeof value === 'string' : typeof value === typeof sample;
}
