import { templatePlaceholders, type TemplateKey } from '../../../../preload/contract/template-keys.ts';
import type { Placeholder } from '../frame/value-lists.ts';

export function placeholdersOf(key: TemplateKey): readonly Placeholder[] {
  return templatePlaceholders[key];
}

export function written(name: Placeholder): string {
  return `{{${name}}}`;
}

/** A text with a placeholder in place of what is chosen in it. @returns with where the cursor goes */
export function inserted(text: string, name: Placeholder, from: number, until: number): { text: string; at: number } {
  const word = written(name);
  return { text: `${text.slice(0, from)}${word}${text.slice(until)}`, at: from + word.length };
}
