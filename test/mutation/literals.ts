/** Strings, and the values in templates with their braces. */
export interface Literal {
  readonly start: number;
  readonly end: number;
  readonly kind: "comment" | "string" | "template" | "value";
}

/** Comments, strings, templates and the values in them, in order of their ends. */
export function literalsOf(source: string): readonly Literal[] {
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
export function masked(source: string): string {
  const signs = source.split("");
  const blank = (start: number, end: number) => {
    for (let at = start; at < end; at++) if (signs[at] !== "\n") signs[at] = "\u0000";
  };
  const all = literalsOf(source);
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
