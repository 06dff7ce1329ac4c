import { literalsOf, masked } from "./literals.ts";

/** A change of a source text that some test should notice. */
export interface Mutation {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What can be changed in a source text of the house's format: operators, conditions, numbers, truth values, strings that are
 * values (those of more than one word are prose), values in templates, first items of lists, returned values, and a few
 * functions with a counterpart. It reads tokens and no grammar, so types are changed too; `switchedSource` leaves those out.
 * Heads of loops are left alone: most changes of them never end.
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
  swap(/(?<=\breturn )[^;\n]+(?=;)/g, ([value]) =>
    value === "undefined" ? undefined : "undefined",
  );
  for (const match of code.matchAll(/\bif \(/g)) {
    const open = match.index + match[0].length;
    const condition = code.slice(open, closing(code, open - 1));
    const start = open + condition.length - condition.trimStart().length;
    const end = open + condition.trimEnd().length;
    found.push({ start, end, text: "true" }, { start, end, text: "false" });
  }
  for (const match of code.matchAll(/(?<=[\s(:,>[])\[(?=[^\]\s])/g)) {
    const start = match.index + 1;
    found.push({ start, end: firstItemEnd(code, start), text: "" });
  }
  for (const { start, end } of literalsOf(source)) {
    const text = source.slice(start, end);
    if (text.startsWith('"') && /^"[^\s"]*"$/.test(text)) {
      found.push({ start, end, text: text === '""' ? '"mutant"' : '""' });
    }
    if (text.startsWith("${")) found.push({ start, end, text: "mutant" });
  }
  return found
    .filter(({ start }) => !isInLoopHead(source, start) && !isInImport(source, start))
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

function isInImport(source: string, at: number): boolean {
  const start = source.lastIndexOf("\n", at) + 1;
  return /^(?:import |export .* from |\} from )|\bimport\($/.test(source.slice(start, at));
}
