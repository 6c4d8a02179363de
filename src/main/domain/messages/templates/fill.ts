const placeholder = /\{\{([a-z_]+)\}\}/gu;

/** @returns names of what a text leaves to be filled in, each once, in order of appearance */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(placeholder), ([, name = '']) => name))];
}

/** @returns whether braces stand in a text that are no placeholder, such as `{{ name }}` or `{name}` */
export function hasStrayBraces(text: string): boolean {
  return /[{}]/u.test(text.replaceAll(placeholder, ''));
}

/**
 * A text with its placeholders filled in, in one pass: nothing in a value is read as a placeholder.
 * @throws RangeError for a placeholder that has no value
 */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(placeholder, (_all, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new RangeError(`nothing to fill in for ${name}`);
    return value;
  });
}
