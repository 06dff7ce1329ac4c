// The rows of a type are a text of lines, in which a field is found without reading the others.

const NAME = /^(?:[A-Za-z][A-Za-z0-9]{0,63}|\*)$/;

/** The rows of a field: none, one, or two where it changed its type. The text begins with a line break. */
export function rowsNamed(text: string, field: string): readonly string[] {
  return NAME.test(field) ? rowsWith(text, `\n${field} `) : [];
}

/** The rows that say something of their field, such as ` required`. */
export function rowsSaying(text: string, attribute: string): readonly string[] {
  return rowsWith(text, attribute);
}

export function allRows(text: string): readonly string[] {
  return text.trim().split("\n");
}

function rowsWith(text: string, needle: string): readonly string[] {
  let found = text.indexOf(needle);
  if (found === -1) return NONE;
  const lines: string[] = [];
  while (found !== -1) {
    const start = needle.startsWith("\n") ? found + 1 : text.lastIndexOf("\n", found) + 1;
    const next = text.indexOf("\n", start);
    const end = next === -1 ? text.length : next;
    lines.push(text.slice(start, end));
    found = text.indexOf(needle, end);
  }
  return lines;
}

const NONE: readonly string[] = Object.freeze([]);
