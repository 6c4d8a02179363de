const WIDTH = 110;

function inLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`;
  const entries = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${inLine(part)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function block(value: object, indent: string): string {
  const deeper = `${indent}  `;
  const part = (one: unknown, before: string): string => `${deeper}${before}${textOf(one, deeper, before.length)}`;
  if (Array.isArray(value)) return `[\n${value.map((one) => part(one, '')).join(',\n')}\n${indent}]`;
  const parts = Object.entries(value).map(([key, one]) => part(one, `${JSON.stringify(key)}: `));
  return `{\n${parts.join(',\n')}\n${indent}}`;
}

function textOf(value: unknown, indent: string, before: number): string {
  const line = inLine(value);
  if (typeof value !== 'object' || value === null || indent.length + before + line.length <= WIDTH) return line;
  return block(value, indent);
}

/** JSON for people: what fits into a line stands in one. @param value  of plain objects, lists, texts, numbers */
export function jsonText(value: unknown): string {
  return `${textOf(value, '', 0)}\n`;
}
