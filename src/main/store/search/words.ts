/** Latin, then Arabic-Indic and Persian digits: people type either. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return String(code - (code >= 0x6f0 ? 0x6f0 : 0x660));
}

function isPlain(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- every character of ASCII is meant
  return /^[\u0000-\u007f]*$/.test(text);
}

/**
 * One form for text that is searched and for what is searched by: accents, vowel signs and what cannot be seen taken away,
 * digits made one, lower case.
 */
export function normalise(text: string): string {
  // Nothing of what follows finds anything in such a text, and most are such.
  if (isPlain(text)) return text.toLowerCase();
  return (
    text
      .normalize('NFKD')
      // Accents of Latin letters; Arabic vowel signs, hamza on its carriers, and the stretching line.
      .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
      .normalize('NFC')
      // Direction marks, soft hyphen, zero-width joiners: pasted along from a chat and seen by nobody.
      .replace(/[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\u00ad\ufeff]/g, '')
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit)
      .toLowerCase()
  );
}

/** @returns the words of a text, normalised, in order */
export function wordsOf(text: string): string[] {
  return normalise(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** One word of the index for an organization's open or sensitive tickets; ids hold only hex and dashes. */
export function scopeWord(organizationId: string, sensitive: boolean): string {
  return `${sensitive ? 's' : 'o'}${organizationId.replaceAll('-', '')}`;
}
