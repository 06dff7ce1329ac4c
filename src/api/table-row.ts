/** One row of the table: a field of an object type, before it is asked for a release. */
export interface TableRow {
  /** The field's name; `*` for what is said of the type itself. */
  readonly name: string;
  /** `string`, `[Container]` for a list, `{quantity}` for a map, or the name of an object type; empty for `*`. */
  readonly type: string;
  readonly attributes: readonly RowAttribute[];
  /** The releases that have the field; undefined where all that have the type do. */
  readonly span: string | undefined;
}

export interface RowAttribute {
  /** `required`, `default`, `enum`, `keys`. */
  readonly name: string;
  /** What stands behind `=`. */
  readonly value: string;
  /** The releases that say so; undefined where all that have the field do. */
  readonly span: string | undefined;
}

/**
 * The rows of a type. A row is a line: the name, the type, the attributes, and behind `@` the releases that have it, unless
 * all do. `replicas int32 required@v1alpha1:<1.0 default=0@1.0+` is a whole number of 32 bits, which had to be given
 * before 1.0 in v1alpha1 and is stored as 0 from 1.0 on.
 * A list has `atomic`, `set` or `keys=a,b`; rules name those in known-rules.ts. A field that changed its type has two rows.
 */
export function readRows(text: string): readonly TableRow[] {
  return text.trim().split("\n").map(readRow);
}

/** The name of the row that speaks of the type itself. */
export const WHOLE_TYPE = "*";

/** One line of them. */
export function readRow(line: string): TableRow {
  const space = line.indexOf(" ");
  const name = line.slice(0, space);
  const isWhole = name === WHOLE_TYPE;
  const next = isWhole ? space : line.indexOf(" ", space + 1);
  if (next === -1) return { name, type: line.slice(space + 1), attributes: NONE, span: undefined };
  const type = isWhole ? "" : line.slice(space + 1, next);
  const words = line.slice(next + 1).split(" ");
  const last = words.at(-1);
  const span = last?.startsWith("@") === true ? words.pop()?.slice(1) : undefined;
  return { name, type, attributes: words.map(readAttribute), span };
}

const NONE: readonly RowAttribute[] = Object.freeze([]);

function readAttribute(word: string): RowAttribute {
  const at = word.lastIndexOf("@");
  const said = at === -1 ? word : word.slice(0, at);
  const equals = said.indexOf("=");
  return {
    name: equals === -1 ? said : said.slice(0, equals),
    value: equals === -1 ? "" : said.slice(equals + 1),
    span: at === -1 ? undefined : word.slice(at + 1),
  };
}
