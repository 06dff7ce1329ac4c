/** What a declaration file says of a name. */
export interface Declaration {
  /** The docstring without its stars, on one line for each paragraph. */
  readonly description: string;
  /** The declaration without `export declare`; of a function all that it declares. */
  readonly signature: string;
}

/** The exported names of a declaration file as tsc writes it. */
export function declarationsIn(text: string): ReadonlyMap<string, Declaration> {
  const found = new Map<string, Declaration>();
  for (const { comment, lines } of statementsIn(text)) {
    const name = /^export (?:declare )?(?:function|interface|type|const|class) (\w+)/.exec(
      lines[0] ?? "",
    )?.[1];
    if (name === undefined) continue;
    const signature = layOut(lines);
    const before = found.get(name);
    found.set(
      name,
      before === undefined
        ? { description: describe(comment), signature }
        : { ...before, signature: `${before.signature}\n${signature}` },
    );
  }
  return found;
}

interface Statement {
  readonly comment: readonly string[];
  readonly lines: readonly string[];
}

/** A statement at the top begins in the first column and ends where all its brackets are closed. */
function* statementsIn(text: string): Iterable<Statement> {
  let comment: string[] = [];
  let lines: string[] = [];
  let isComment = false;
  for (const line of text.split("\n")) {
    if (lines.length === 0 && (isComment || line.startsWith("/**"))) {
      if (!isComment) comment = [];
      comment.push(line);
      isComment = !line.endsWith("*/");
      continue;
    }
    if (lines.length === 0 && line.trim() === "") continue;
    lines.push(line);
    if (!isWhole(lines)) continue;
    yield { comment, lines };
    [comment, lines] = [[], []];
  }
}

function isWhole(lines: readonly string[]): boolean {
  const code = lines.filter((line) => !/^\s*(?:\/\*\*|\*)/.test(line)).join("\n");
  const open = code.match(/[{([]/g)?.length ?? 0;
  const closed = code.match(/[})\]]/g)?.length ?? 0;
  return open === closed && /[;}]$/.test(lines.at(-1) ?? "");
}

function describe(comment: readonly string[]): string {
  return comment
    .map((line) => line.replace(/^\/\*\*\s?|^ \*\/?\s?|\s*\*\/$/g, "").trimEnd())
    .join("\n")
    .trim()
    .replaceAll(/([^\n])\n(?!\n|- )/g, "$1 ");
}

const LINE_WIDTH = 100;

function layOut(lines: readonly string[]): string {
  const text = lines
    .map((line) => line.replace(/^(?: {4})+/, (indent) => " ".repeat(indent.length / 2)))
    .join("\n")
    .replace(/^export (?:declare )?/, "");
  const isLong = text.startsWith("function ") && text.length > LINE_WIDTH;
  return isLong ? withParametersApart(text) : text;
}

/** One parameter to a line. */
function withParametersApart(text: string): string {
  const start = text.indexOf("(");
  let depth = 0;
  let part = "";
  const parts: string[] = [];
  for (const [index, character] of [...text.slice(start + 1)].entries()) {
    if (character === ")" && depth === 0) {
      const rest = text.slice(start + 1 + index);
      return `${text.slice(0, start)}(\n${[...parts, part].map((one) => `  ${one.trim()},\n`).join("")}${rest}`;
    }
    if ("<({[".includes(character)) depth++;
    if (">)}]".includes(character)) depth--;
    if (character === "," && depth === 0) {
      parts.push(part);
      part = "";
    } else part += character;
  }
  return text;
}
