/** Line feeds, tabs and all else that no eye sees, and what turns the direction of writing. */
const unseen = /[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;
const unseenButLines = /[^\P{Cc}\n]|[\p{Cs}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** What goes into one line: no header ends in it, and nothing of it turns what stands beside it around. */
export function oneLine(text: string): string {
  return text.replaceAll(unseen, ' ').trim();
}

/** What may have several lines, ended by `\n` alone. */
export function manyLines(text: string): string {
  return text.replaceAll(/\r\n?/gu, '\n').replaceAll('\t', ' ').replaceAll(unseenButLines, '').trim();
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attributes in quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => entities[character] ?? character);
}
