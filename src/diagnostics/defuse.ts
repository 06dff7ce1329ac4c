/**
 * Makes foreign text harmless on one line of any stream or report: names of files and folders, keys, values, messages of other
 * programs. Line breaks, escape codes of terminals, bidirectional overrides and everything else that is invisible become
 * `\uXXXX`, and so does the character that makes a workflow command of the text: the brackets of `##[error]`,
 * `##vso[...]` and `##teamcity[...]`, which build systems look for anywhere in a line, and two colons at the beginning, which
 * GitHub obeys after any blanks. All other text stays as it is; what is defused already, too. In JSON the meaning stays the same.
 * See https://docs.github.com/actions/reference/workflow-commands-for-github-actions and
 * https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
 */
export function defuse(text: string): string {
  return defuseBrackets(text.replace(INVISIBLE, escapeUnits)).replace(
    COLON_COMMAND,
    "$1\\u003a\\u003a",
  );
}

/** The part of `defuse` that keeps the meaning of a text in double quotes, in JSON and in YAML. */
export function defuseBrackets(quoted: string): string {
  return quoted.replace(BRACKET_COMMAND, "##$1\\u005b");
}

/** Whether a build system would take a line of a text for a command. */
export function holdsCommand(text: string): boolean {
  return (text.includes("::") || text.includes("##")) && COMMAND.test(text);
}

/** Defuses every line of a text on its own; only line feeds end lines. */
export function defuseLines(text: string): string {
  return text.split("\n").map(defuse).join("\n");
}

/** Defuses a line so that every UTF-16 unit keeps its column, for marks below it: what is not shown is `?`, a tab a blank. */
export function defuseInColumns(line: string): string {
  return line
    .replace(/\t/g, " ")
    .replace(INVISIBLE, (match) => "?".repeat(match.length))
    .replace(BRACKET_COMMAND, "##$1?")
    .replace(COLON_COMMAND, "$1??");
}

/**
 * Controls, invisible formatting (bidirectional overrides, zero width, byte order mark), line and paragraph separators,
 * lone surrogates, private use and non-characters; by code point where the Unicode property differs between runtimes.
 */
const INVISIBLE =
  /[\p{Cc}\p{Cs}\p{Co}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\u{e0000}-\u{e0fff}]/gu;

const BRACKET_COMMAND = /##(\w*)\[/g;
const COLON_COMMAND = /^(\s*)::/;
const COMMAND = /##\w*\[|^[^\S\n]*::/m;

function escapeUnits(text: string): string {
  let escaped = "";
  for (let index = 0; index < text.length; index++) {
    escaped += `\\u${text.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }
  return escaped;
}
