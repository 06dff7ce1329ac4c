import { basename } from "node:path";

/** A source file in two: what ordinary runs need of it, and what they do not. */
export interface SplitSource {
  readonly ordinary: string;
  /** Undefined where all of it is needed. */
  readonly rare: RareSource | undefined;
}

export interface RareSource {
  readonly text: string;
  /** The functions that it exports. */
  readonly functions: readonly string[];
}

/** Marks functions that engines should compile at once; `link-pack.ts` leaves the parentheses alone. */
export const AT_ONCE = "compiledAtOnce";

interface Statement {
  readonly text: string;
  readonly kind: "import" | "function" | "signature" | "const" | "class" | "type" | "comment";
  readonly name: string;
  readonly isExported: boolean;
}

/**
 * Splits a file by whether its functions are called: those that are not, and constants that nothing else uses, go into a
 * module of their own. What is left of a function is what `stub` makes, an expression. So it is with methods of constant
 * objects, such as the check of a law. A file with variables stays whole. Works on text as the formatter leaves it, in which
 * a statement starts a line and nothing inside it does.
 */
export function splitSource(
  path: string,
  text: string,
  called: ReadonlySet<string>,
  stub: (name: string) => string,
): SplitSource {
  if (UNKNOWN.test(text)) return { ordinary: text, rare: undefined };
  const statements = statementsOf(text)
    .filter(({ kind }) => kind !== "signature" && kind !== "type")
    .flatMap((statement) => withoutRareMethods(statement, called));
  const isRare = rareOf(statements, called);
  const rare = statements.filter((statement) => isRare.has(statement));
  const kept = statements.filter((statement) => !isRare.has(statement));
  const imports = kept.filter(({ kind }) => kind === "import").map((statement) => statement.text);
  const importsFor = (code: string) => imports.map((text) => usedImport(text, code)).join("");
  const others = kept.filter(({ kind }) => kind !== "import");
  const isAtOnce = ({ kind, text: code }: Statement) => kind === "function" && IS_PLAIN.test(code);
  const atOnce = others.filter(isAtOnce).map(compiledAtOnce);
  const rest = others
    .filter((statement) => !isAtOnce(statement))
    .map((statement) => statement.text);
  const keptText = [...atOnce, ...rest].join("");
  const rareFunctions = rare.filter(({ kind }) => kind === "function");
  const stubs = rareFunctions
    .filter(({ name, isExported }) => isExported || mentions(keptText, name))
    .map(
      ({ name, isExported }) =>
        `${isExported ? "export " : ""}var ${name} = /* @__PURE__ */ ${stub(name)};\n`,
    );
  const rareText = rare.map((statement) => statement.text).join("");
  const shared = others.filter(({ name }) => name !== "" && mentions(rareText, name));
  const exports = shared.filter(({ isExported }) => !isExported).map(({ name }) => name);
  return {
    ordinary: [
      importsFor(keptText),
      ...stubs,
      keptText,
      `export { ${exports.join(", ")} };\n`,
    ].join(""),
    rare:
      rareFunctions.length === 0
        ? undefined
        : {
            text: [
              importsFor(rareText),
              `import { ${shared.map(({ name }) => name).join(", ")} } from "./${basename(path)}";\n`,
              ...rare.map((statement) => statement.text.replace(/^export /, "")),
              `export { ${rareFunctions.map(({ name }) => name).join(", ")} };\n`,
            ].join(""),
            functions: rareFunctions.map(({ name }) => name),
          },
  };
}

/** A constant whose object has methods that are not called, without them, and these as functions. */
function withoutRareMethods(
  statement: Statement,
  called: ReadonlySet<string>,
): readonly Statement[] {
  const { text, kind, name: owner } = statement;
  if (kind !== "const" || !IS_OBJECT.test(text)) return [statement];
  const functions: Statement[] = [];
  const kept = text.replace(METHOD, (method: string, name: string, rest: string) => {
    if (called.has(name) || /\b(?:this|super|arguments)\b/.test(rest)) return method;
    const functionName = `${owner}_${name}`;
    functions.push({
      text: `function ${functionName}${rest}\n`,
      kind: "function",
      name: functionName,
      isExported: false,
    });
    return `  ${name}: ${functionName},\n`;
  });
  return functions.length === 0 ? [statement] : [{ ...statement, text: kept }, ...functions];
}

/** The start of a constant that is an object, or what a function such as Object.freeze makes of one. */
const IS_OBJECT = /^(?:export )?const \w+(?:: [\w<>[\], ]+)? = (?:[\w.]+\()?\{\n/;

/** A method of that object, which so uses no variables but those of the file: its name, and all that follows it. */
const METHOD =
  /^ {2}(\w+)(\((?:.*|\n(?: {4}.*\n)* {2})\)(?:: .*)? \{\n(?:(?: {4}.*)?\n)*? {2}\}),\n/gm;

/** Functions that are not called, and constants that only these mention. */
function rareOf(
  statements: readonly Statement[],
  called: ReadonlySet<string>,
): ReadonlySet<Statement> {
  const rare = new Set(
    statements.filter(({ kind, name }) => kind === "function" && !called.has(name)),
  );
  for (;;) {
    const kept = statements.filter((statement) => !rare.has(statement));
    const more = kept.filter(
      (statement) =>
        statement.kind === "const" &&
        statement.name !== "" &&
        !statement.isExported &&
        !kept.some((other) => other !== statement && mentions(other.text, statement.name)),
    );
    if (more.length === 0) return rare;
    for (const statement of more) rare.add(statement);
  }
}

/** A line that starts a statement of another kind: a variable, a list of exports, a pattern. Such a file stays whole. */
const UNKNOWN =
  /^(?!$|[\s})\]>]|\/[*/]|import\b|(?:export |abstract |async )*(?:const \w|(?:function|class|interface|type)\b))/m;

const START =
  /^(?=(?:export |abstract |async )*(?:import|const|function|class|interface|type)\b|\/[*/])/m;

const HEAD =
  /^(?<exported>export )?(?:abstract |async )*(?<kind>import|const|function|class|interface|type)\b\*? ?(?<name>\w*)/;

/** Plain functions; engines take no hints for others. */
const IS_PLAIN = /^(?:export )?function (?!\*)/;

function statementsOf(text: string): readonly Statement[] {
  return text
    .split(START)
    .map((part) => part.replace(/^(?:\/\*[\s\S]*?\*\/|\/\/.*)\n/, ""))
    .map((part): Statement => {
      const { exported, kind = "", name = "" } = HEAD.exec(part)?.groups ?? {};
      return { text: part, kind: kindOf(kind, part), name, isExported: exported !== undefined };
    });
}

function kindOf(word: string, text: string): Statement["kind"] {
  switch (word) {
    case "import":
    case "const":
    case "class":
      return word;
    case "interface":
    case "type":
      return "type";
    case "function":
      return /;\s*$/.test(text) ? "signature" : "function";
    default:
      return "comment";
  }
}

/** What a text uses of an import. The bundler takes imports that nobody uses for use. */
function usedImport(statement: string, user: string): string {
  const { start, list, rest } = IMPORT.exec(statement)?.groups ?? {};
  if (start === undefined || rest === undefined) return "";
  if (list === undefined) return mentions(user, localName(start)) ? statement : "";
  const used = list
    .split(",")
    .filter((entry) => /\w/.test(entry) && mentions(user, localName(entry)));
  return used.length === 0 ? "" : `import {${used.join(",")}}${rest}`;
}

/** An import of values: of a list of names, or of one. */
const IMPORT =
  /^import (?!type )(?<start>[^{"]*?)(?:\{(?<list>[^}]*)\})?(?<rest> from "[^"]*";\n*)$/;

/** `name`, `other as name`, `* as name`. */
function localName(entry: string): string {
  return entry.trim().replace(/^.* as /, "");
}

function compiledAtOnce({ text, name, isExported }: Statement): string {
  const expression = text.replace(/^export /, "").trimEnd();
  return `${isExported ? "export " : ""}var ${name} = /* @__PURE__ */ ${AT_ONCE}(${expression});\n`;
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(text);
}
