/** A change of a source text that some test should notice. */
export interface Mutation {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What can be changed in a source text of the house's format: operators, conditions, numbers, truth values, strings that are
 * values (those of more than one word are prose), values in templates, first items of lists, returned values, and a few
 * functions with a counterpart. It reads tokens and no grammar, so types are changed too; whoever compiles the text sees that
 * nothing came of it. Heads of loops are left alone: most changes of them never end.
 */
export function mutationsOf(source: string): readonly Mutation[] {
  const code = masked(source);
  const found: Mutation[] = [];
  const swap = (pattern: RegExp, replace: (match: RegExpExecArray) => string | undefined) => {
    for (const match of code.matchAll(pattern)) {
      const text = replace(match);
      const start = match.index;
      if (text !== undefined) found.push({ start, end: start + match[0].length, text });
    }
  };
  swap(/ (===|!==|<=|>=|<|>|&&|\|\||\?\?|\+|-|\*|\/) /g, ([, sign = ""]) => ` ${OPERATORS[sign]} `);
  swap(/\b(true|false)\b/g, ([word]) => (word === "true" ? "false" : "true"));
  swap(/(?<![\w.$#])\d[\d_]*(?![\w.])/g, ([digits]) => `${Number(digits.replaceAll("_", "")) + 1}`);
  swap(/(?<=[\s(])!(?=[\w(])/g, () => "");
  swap(
    /\.(some|every|startsWith|endsWith)\(|\bMath\.(min|max|floor|ceil)\(/g,
    ([, method, math]) =>
      method === undefined ? `Math.${COUNTERPARTS[math ?? ""]}(` : `.${COUNTERPARTS[method]}(`,
  );
  swap(/(?<=\breturn )[^;\n]+(?=;)/g, ([value]) => (value === "undefined" ? "null" : "undefined"));
  for (const match of code.matchAll(/\bif \(/g)) {
    const start = match.index + match[0].length;
    const end = closing(code, start - 1);
    found.push({ start, end, text: "true" }, { start, end, text: "false" });
  }
  for (const match of code.matchAll(/(?<=[\s(:,>[])\[(?=[^\]\s])/g)) {
    const start = match.index + 1;
    found.push({ start, end: firstItemEnd(code, start), text: "" });
  }
  for (const { start, end } of literals(source)) {
    const text = source.slice(start, end);
    if (text.startsWith('"') && /^"[^\s"]*"$/.test(text)) {
      found.push({ start, end, text: text === '""' ? '"mutant"' : '""' });
    }
    if (text.startsWith("${")) found.push({ start, end, text: "mutant" });
  }
  return found
    .filter(({ start }) => !isInLoopHead(source, start))
    .sort((a, b) => a.start - b.start);
}

const OPERATORS: Readonly<Record<string, string>> = Object.freeze({
  "===": "!==",
  "!==": "===",
  "<=": "<",
  ">=": ">",
  "<": "<=",
  ">": ">=",
  "&&": "||",
  "||": "&&",
  "??": "&&",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
});

const COUNTERPARTS: Readonly<Record<string, string>> = Object.freeze({
  some: "every",
  every: "some",
  startsWith: "endsWith",
  endsWith: "startsWith",
  min: "max",
  max: "min",
  floor: "ceil",
  ceil: "floor",
});

/** Strings, and the values in templates with their braces. */
interface Literal {
  readonly start: number;
  readonly end: number;
  readonly kind: "comment" | "string" | "template" | "value";
}

/** Comments, strings, templates and the values in them, in order of their ends. */
function literals(source: string): readonly Literal[] {
  const found: Literal[] = [];
  read(0, false);
  return found;

  /** Reads code up to the end, or up to the brace that closes a value of a template. */
  function read(from: number, isValue: boolean): number {
    let depth = 0;
    for (let at = from; at < source.length; at++) {
      const sign = source[at];
      const two = source.slice(at, at + 2);
      const start = at;
      if (two === "//" || two === "/*") {
        const end = source.indexOf(two === "//" ? "\n" : "*/", at + 2);
        at = (end === -1 ? source.length : end) + (two === "//" ? -1 : 1);
        found.push({ start, end: at + 1, kind: "comment" });
      } else if (sign === '"' || sign === "'" || (sign === "/" && isRegularExpression(at))) {
        at = textEnd(at, sign);
        found.push({ start, end: at + 1, kind: "string" });
      } else if (sign === "`") at = template(at);
      else if (sign === "{") depth++;
      else if (sign === "}" && depth-- === 0 && isValue) return at;
    }
    return source.length;
  }

  function template(from: number): number {
    for (let at = from + 1; at < source.length; at++) {
      if (source[at] === "\\") at++;
      else if (source[at] === "`") {
        found.push({ start: from, end: at + 1, kind: "template" });
        return at;
      } else if (source.startsWith("${", at)) {
        const end = read(at + 2, true);
        found.push({ start: at, end: end + 1, kind: "value" });
        at = end;
      }
    }
    return source.length;
  }

  function textEnd(from: number, sign: string): number {
    let isClass = false;
    for (let at = from + 1; at < source.length; at++) {
      if (source[at] === "\\") at++;
      else if (sign === "/" && source[at] === "[") isClass = true;
      else if (sign === "/" && source[at] === "]") isClass = false;
      else if (source[at] === sign && !isClass) return at;
    }
    return source.length;
  }

  /** A slash that no value stands before begins a regular expression. */
  function isRegularExpression(at: number): boolean {
    return /(?:[(,=:[!&|?{};\n]|=>|return)\s*$/.test(source.slice(Math.max(0, at - 20), at));
  }
}

/** The text with spaces for comments, strings and templates; the values in templates are left as they are. */
function masked(source: string): string {
  const signs = source.split("");
  const blank = (start: number, end: number) => {
    for (let at = start; at < end; at++) if (signs[at] !== "\n") signs[at] = "\u0000";
  };
  const all = literals(source);
  for (const { start, end, kind } of all) if (kind !== "value") blank(start, end);
  for (const { start, end, kind } of all) {
    if (kind !== "value") continue;
    for (let at = start + 2; at < end - 1; at++) signs[at] = source[at] ?? "";
    for (const inner of all) {
      const isInside = inner.start > start && inner.end < end && inner.kind !== "value";
      if (isInside) blank(inner.start, inner.end);
    }
  }
  return signs.join("");
}

/** Where the parenthesis or bracket at a place is closed. */
function closing(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    if ("([{".includes(code[at] ?? "")) depth++;
    if (")]}".includes(code[at] ?? "") && --depth === 0) return at;
  }
  return code.length;
}

/** Where the first item of a list ends, with the comma behind it. */
function firstItemEnd(code: string, start: number): number {
  for (let at = start; at < code.length; at++) {
    const sign = code[at] ?? "";
    if ("([{".includes(sign)) at = closing(code, at);
    else if (sign === "]") return at;
    else if (sign === ",") return at + 1;
  }
  return code.length;
}

function isInLoopHead(source: string, at: number): boolean {
  const line = source.slice(source.lastIndexOf("\n", at) + 1, at);
  return /\b(?:for|while) \(/.test(line) && !line.includes(") ");
}
