import { basename } from "node:path";

/** A source file in pieces: what ordinary runs need of it, and what they do not. */
export interface SplitSource {
  readonly ordinary: string;
  /** None where all of it is needed. */
  readonly apart: readonly SourcePiece[];
}

export interface SourcePiece {
  /** Where it is kept, with pieces of other files. */
  readonly room: string;
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
  /** Where it is kept; undefined: in the file. */
  readonly room: string | undefined;
}

/**
 * Splits a file by the rooms of its functions: those that have one, and constants that only these use, go into modules of their
 * own, one for each room. What is left of a function is what `stub` makes, an expression. So it is with methods of constant
 * objects, such as the check of a law. A file with variables stays whole. Works on text as the formatter leaves it, in which
 * a statement starts a line and nothing inside it does.
 */
export function splitSource(
  path: string,
  text: string,
  roomOf: (functionName: string) => string | undefined,
  stub: (room: string, name: string) => string,
): SplitSource {
  if (UNKNOWN.test(text)) return { ordinary: text, apart: [] };
  const statements = placed(
    statementsOf(text)
      .filter(({ kind }) => kind !== "signature" && kind !== "type")
      .flatMap((statement) => withoutMethodsApart(statement, roomOf)),
    roomOf,
  );
  const imports = statements.filter(({ kind }) => kind === "import");
  const importsFor = (code: string) => imports.map(({ text }) => usedImport(text, code)).join("");
  const kept = statements.filter(({ kind, room }) => kind !== "import" && room === undefined);
  const isAtOnce = ({ kind, text: code }: Statement) => kind === "function" && IS_PLAIN.test(code);
  const keptText = [
    ...kept.filter(isAtOnce).map(compiledAtOnce),
    ...kept.filter((statement) => !isAtOnce(statement)).map((statement) => statement.text),
  ].join("");
  const rooms = [...new Set(statements.flatMap(({ room }) => room ?? []))];
  const codes = new Map(rooms.map((room) => [room, textIn(statements, room)]));
  const isUsedByRoom = ({ name, room }: Statement) =>
    [...codes].some(([other, code]) => other !== room && mentions(code, name));
  const stubbed = statements.filter(
    (statement) =>
      statement.kind === "function" &&
      statement.room !== undefined &&
      (statement.isExported || mentions(keptText, statement.name) || isUsedByRoom(statement)),
  );
  const stubs = stubbed.map(
    ({ name, isExported, room = "" }) =>
      `${isExported ? "export " : ""}var ${name} = /* @__PURE__ */ ${stub(room, name)};\n`,
  );
  const shared = [...kept, ...stubbed].filter(
    (statement) => statement.name !== "" && isUsedByRoom(statement),
  );
  return {
    ordinary: [importsFor(keptText), ...stubs, keptText, exportOf(notExported(shared))].join(""),
    apart: [...codes].map(([room, code]) => {
      const own = statements.filter((statement) => statement.room === room);
      const functions = own.filter(({ kind }) => kind === "function");
      const used = shared.filter(
        (statement) => statement.room !== room && mentions(code, statement.name),
      );
      return {
        room,
        functions: functions.map(({ name }) => name),
        text: [
          importsFor(code),
          `import { ${namesOf(used)} } from "./${basename(path)}";\n`,
          code,
          exportOf(functions),
        ].join(""),
      };
    }),
  };
}

function textIn(statements: readonly Statement[], room: string): string {
  return statements
    .filter((statement) => statement.room === room)
    .map(({ text }) => text.replace(/^export /, ""))
    .join("");
}

function notExported(statements: readonly Statement[]): readonly Statement[] {
  return statements.filter(({ isExported }) => !isExported);
}

function exportOf(statements: readonly Statement[]): string {
  return `export { ${namesOf(statements)} };\n`;
}

function namesOf(statements: readonly Statement[]): string {
  return statements.map(({ name }) => name).join(", ");
}

/** A constant whose object has methods that are kept apart, without them, and these as functions. */
function withoutMethodsApart(
  statement: Statement,
  roomOf: (functionName: string) => string | undefined,
): readonly Statement[] {
  const { text, kind, name: owner } = statement;
  if (kind !== "const" || !IS_OBJECT.test(text)) return [statement];
  const functions: Statement[] = [];
  const kept = text.replace(METHOD, (method: string, name: string, rest: string) => {
    if (/\b(?:this|super|arguments)\b/.test(rest)) return method;
    const room = roomOf(name);
    if (room === undefined) return `  ${name}: ${AT_ONCE}(function ${rest}),\n`;
    const functionName = `${owner}_${name}`;
    functions.push({
      text: `function ${functionName}${rest}\n`,
      kind: "function",
      name: functionName,
      isExported: false,
      room,
    });
    return `  ${name}: ${functionName},\n`;
  });
  return [{ ...statement, text: kept }, ...functions];
}

/** The start of a constant that is an object, or what a function such as Object.freeze makes of one. */
const IS_OBJECT = /^(?:export )?const \w+(?:: [\w<>[\], ]+)? = (?:[\w.]+\()?\{\n/;

/** A method of that object, which so uses no variables but those of the file: its name, and all that follows it. */
const METHOD =
  /^ {2}(\w+)(\((?:.*|\n(?: {4}.*\n)* {2})\)(?:: .*)? \{\n(?:(?: {4}.*)?\n)*? {2}\}),\n/gm;

/** With the rooms of functions, and of constants that only those of one room mention. */
function placed(
  statements: readonly Statement[],
  roomOf: (functionName: string) => string | undefined,
): readonly Statement[] {
  let result = statements.map((statement) =>
    statement.kind === "function" && statement.room === undefined
      ? { ...statement, room: roomOf(statement.name) }
      : statement,
  );
  for (;;) {
    let isChanged = false;
    result = result.map((statement) => {
      const { kind, name, isExported, room } = statement;
      if (kind !== "const" || name === "" || isExported || room !== undefined) return statement;
      const users = result.filter((other) => other !== statement && mentions(other.text, name));
      const [first, ...others] = new Set(users.map((user) => user.room));
      if (first === undefined || others.length > 0) return statement;
      isChanged = true;
      return { ...statement, room: first };
    });
    if (!isChanged) return result;
  }
}

/** A line that starts a statement of another kind: a variable, a list of exports, a pattern. Such a file stays whole. */
const UNKNOWN =
  /^(?!$|[\s})\]>]|\/[*/]|import\b|(?:export |abstract |async )*(?:const \w|(?:function|class|interface|type)\b))/m;

const START =
  /^(?=(?:export |abstract |async )*(?:import|const|function|class|interface|type)\b|\/[*/])/m;

const HEAD =
  /^(?<exported>export )?(?:abstract |async )*(?<kind>import|const|function|class|interface|type)\b\*? ?(?<name>\w*)/;

/** Functions but generators, for which engines take no hints. */
const IS_PLAIN = /^(?:export )?(?:async )?function /;

function statementsOf(text: string): readonly Statement[] {
  return text
    .split(START)
    .map((part) => part.replace(/^(?:\/\*[\s\S]*?\*\/|\/\/.*)\n/, ""))
    .map((part): Statement => {
      const { exported, kind = "", name = "" } = HEAD.exec(part)?.groups ?? {};
      return {
        text: part,
        kind: kindOf(kind, part),
        name,
        isExported: exported !== undefined,
        room: undefined,
      };
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
