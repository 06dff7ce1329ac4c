import { Lexer } from "./yaml-package.ts";

/**
 * The lexemes of a text in which what is in brackets or quotes may be indented less than what holds it, or by tabs, as Go's
 * readers take it (go-yaml 2, scannerc.go: indentation counts outside of both alone).
 */
export function lexUnindented(text: string): Iterable<string> {
  const lexer = new Lexer();
  for (const method of METHODS) ignoreIndentation(lexer, method);
  return lexer.lex(text);
}

/** Of the lexer; each reads a part of what it is named after, and compares `indentNext` with the lines. */
const METHODS = Object.freeze(["parseFlowCollection", "parseQuotedScalar"]);
const INDENTATION = "indentNext";

function ignoreIndentation(lexer: Lexer, method: string): void {
  const parse: unknown = Reflect.get(lexer, method);
  if (typeof parse !== "function") return;
  Reflect.set(lexer, method, function* (): Generator<string, unknown> {
    const indentation: unknown = Reflect.get(lexer, INDENTATION);
    Reflect.set(lexer, INDENTATION, 0);
    const next: unknown = yield* Reflect.apply(parse, lexer, []);
    Reflect.set(lexer, INDENTATION, indentation);
    return next;
  });
}
