import type { Dialect } from "./dialect.ts";
import { isJson } from "./is-json.ts";
import type { TextMistake } from "./text-mistake.ts";

/**
 * The first control character that YAML does not allow anywhere, and the first carriage return that ends no line for
 * the `yaml` package but does for others. Text that only some readers carry is left to validation, which knows the field.
 */
export function scanCharacters(text: string, dialect: Dialect): readonly TextMistake[] {
  const isForGo = dialect === "manifest" && text.search(UNREADABLE_TO_GO) !== -1 && !isJson(text);
  const control = text.search(isForGo ? UNREADABLE_TO_GO : CONTROL);
  const carriageReturn = dialect === "manifest" ? -1 : text.search(LONE_CARRIAGE_RETURN);
  return [
    ...(control === -1 ? [] : [controlCharacter(text, control)]),
    ...(carriageReturn === -1 ? [] : [loneCarriageReturn(carriageReturn)]),
  ];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for.
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f]/;
/** DEL, C1 controls without NEL, too (go-yaml 2, readerc.go). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for.
const UNREADABLE_TO_GO = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;
const LONE_CARRIAGE_RETURN = /\r(?!\n)/;

function controlCharacter(text: string, offset: number): TextMistake {
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, "0");
  return {
    code: "yaml-syntax",
    start: offset,
    end: offset + 1,
    message: `The text contains the control character U+${code}.`,
    hint: "Remove it, or write it as an escape in double quotes; save the file as UTF-8.",
  };
}

function loneCarriageReturn(offset: number): TextMistake {
  return {
    code: "yaml-syntax",
    start: offset,
    end: offset + 1,
    message: "A carriage return has no line feed after it.",
    hint: "End lines with a line feed, or with a carriage return and a line feed.",
  };
}
