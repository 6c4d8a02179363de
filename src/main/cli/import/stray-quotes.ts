/**
 * Reads how one record uses quotes, since the parser that lets a quote be text lets it be so everywhere: also behind a
 * quoted field, where it has most likely torn a field, or a row, in two.
 * @param raw  the record as it stands in the file
 * @returns positions of the fields that do not begin with a quote and hold one; null when something else than the
 *   delimiter or the end follows a quoted field
 */
export function strayQuotes(raw: string, delimiter: string): readonly number[] | null {
  const text = raw.replace(/^[\r\n]+|[\r\n]+$/gu, '');
  const stray: number[] = [];
  let at = 0;
  for (let field = 0; ; field += 1) {
    if (text.startsWith('"', at)) {
      at = afterQuoted(text, at);
      if (at < text.length && !text.startsWith(delimiter, at)) return null;
    } else {
      const next = text.indexOf(delimiter, at);
      const end = next === -1 ? text.length : next;
      if (text.slice(at, end).includes('"')) stray.push(field);
      at = end;
    }
    if (at >= text.length) return stray;
    at += delimiter.length;
  }
}

/** @returns where the quoted field that begins at `from` is over; a quote written twice stands for itself and ends nothing */
function afterQuoted(text: string, from: number): number {
  let quote = text.indexOf('"', from + 1);
  while (quote !== -1 && text.startsWith('"', quote + 1)) quote = text.indexOf('"', quote + 2);
  return quote === -1 ? text.length : quote + 1;
}
