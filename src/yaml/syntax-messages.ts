import type { DiagnosticCode } from "../diagnostics/codes.ts";
import type { ErrorCode } from "./yaml-package.ts";

/** What a user is told of a mistake in the syntax. */
export interface SyntaxMessage {
  /** `yaml-syntax` unless given. */
  readonly code?: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
}

/** The project's words for an error code of the `yaml` package. `excerpt` is the text in question, quoted, or empty. */
export function syntaxMessage(code: ErrorCode, excerpt: string): SyntaxMessage {
  // A later release of the package may know more codes.
  const describe = Object.hasOwn(messages, code) ? messages[code] : messages.UNEXPECTED_TOKEN;
  return describe(excerpt);
}

const QUOTE_IT = "Put the text in quotes.";
const NAME_IT = "Write a name right after it, or put text that starts with & or * in quotes.";
const REMOVE_TAG = "Remove the tag; put text in quotes.";
const UNTANGLE =
  "Start it on its own line, indented deeper than its key, or quote text that contains a colon.";

/** In the alphabetical order of the package's own list. */
const messages = Object.freeze<Record<ErrorCode, (excerpt: string) => SyntaxMessage>>({
  ALIAS_PROPS: (excerpt) => ({
    message: `The alias ${excerpt} has an anchor or a tag of its own.`,
    hint: "Remove what comes before the alias.",
  }),
  BAD_ALIAS: () => ({ message: "An anchor or an alias has no name.", hint: NAME_IT }),
  BAD_COLLECTION_TYPE: (excerpt) => ({
    code: "unsupported-yaml",
    message: `The tag ${excerpt} is not supported.`,
    hint: REMOVE_TAG,
  }),
  BAD_DIRECTIVE: (excerpt) => ({
    code: "unsupported-yaml",
    message: `The directive ${excerpt} is not supported.`,
    hint: "Remove the line; the text is read as YAML 1.2.",
  }),
  BAD_DQ_ESCAPE: () => ({
    message: "A backslash in double quotes does not start a valid YAML escape sequence.",
    hint: "Write the backslash twice, or use single quotes.",
  }),
  BAD_INDENT: () => ({
    message: "The indentation does not fit the lines above.",
    hint: "Align the keys of an object and the items of a list, and close every bracket.",
  }),
  BAD_PROP_ORDER: () => ({
    message: "An anchor or a tag comes before the sign that it must follow.",
    hint: "Write it right before the value.",
  }),
  BAD_SCALAR_START: (excerpt) => ({
    message: `Text without quotes cannot start with ${excerpt}.`,
    hint: QUOTE_IT,
  }),
  BLOCK_AS_IMPLICIT_KEY: () => ({
    message: "A list or an object starts where only a single value is allowed.",
    hint: UNTANGLE,
  }),
  BLOCK_IN_FLOW: () => ({
    message: "A comma is missing inside brackets, or a nested list or object has no brackets.",
    hint: "Inside [] and {}, separate entries with commas, and write nested lists and objects in brackets.",
  }),
  DUPLICATE_KEY: () => ({
    code: "duplicate-key",
    message: "A key appears more than once in its object.",
    hint: "Keep only one of them.",
  }),
  IMPOSSIBLE: () => ({ message: "The text is not valid YAML from here on.", hint: UNTANGLE }),
  KEY_OVER_1024_CHARS: () => ({
    message: "A key is longer than 1,024 characters.",
    hint: "Shorten it.",
  }),
  MISSING_CHAR: missingCharacter,
  MULTILINE_IMPLICIT_KEY: missingColon,
  MULTIPLE_ANCHORS: () => ({
    message: "A value has more than one anchor.",
    hint: "Keep only one of them.",
  }),
  MULTIPLE_DOCS: () => ({
    code: "unsupported-yaml",
    message: "A second YAML document starts here.",
    hint: "Keep one document and move the others to files of their own.",
  }),
  MULTIPLE_TAGS: () => ({ message: "A value has more than one tag.", hint: REMOVE_TAG }),
  NON_STRING_KEY: () => ({
    code: "unsupported-yaml",
    message: "A key is not a string.",
    hint: QUOTE_IT,
  }),
  RESOURCE_EXHAUSTION: () => ({
    code: "input-limit",
    message: "The text is nested too deeply to be read.",
    hint: "Nest it less deeply.",
  }),
  TAB_AS_INDENT: () => ({
    message: "A line is indented with a tab.",
    hint: "Indent with spaces.",
  }),
  TAG_RESOLVE_FAILED: (excerpt) => ({
    code: "unsupported-yaml",
    message: `The tag ${excerpt} is not supported.`,
    hint: REMOVE_TAG,
  }),
  UNEXPECTED_TOKEN: (excerpt) => ({
    message:
      excerpt === ""
        ? "The text is not valid YAML from here on."
        : `${excerpt} does not belong here.`,
    hint: "Check the quotes, brackets and commas before it; text that holds such signs needs quotes.",
  }),
});

/** The package has one code for every sign that it misses; the excerpt tells the frequent ones apart. */
function missingCharacter(excerpt: string): SyntaxMessage {
  if (KEY_ALONE.test(excerpt)) return missingColon(excerpt);
  if (excerpt === "") {
    return {
      message: "The text ends before it is complete.",
      hint: "Close every quote and every bracket.",
    };
  }
  if (excerpt.startsWith('"#')) {
    return {
      message: "A comment starts right after a value.",
      hint: "Write a space before the #.",
    };
  }
  return {
    message: `A sign is missing at ${excerpt}.`,
    hint: "Write a colon and a space after a key, a comma between entries, a dash before an item, and close quotes and brackets.",
  };
}

/** Two characters or more that are neither comment nor anchor nor tag: of these it is the key that lacks something. */
const KEY_ALONE = /^"[^#&!].+"$/;

function missingColon(excerpt: string): SyntaxMessage {
  const [, key, value] = COLON_WITHOUT_SPACE.exec(excerpt) ?? [];
  if (key !== undefined && value !== undefined) {
    return {
      message: `There is no space after the colon in ${excerpt}.`,
      hint: `Write "${key}: ${value}", with a space.`,
    };
  }
  return {
    message: `There is no colon and space after ${excerpt} on its line.`,
    hint: "Write a colon and a space after a key, and put text of several lines in quotes.",
  };
}

const COLON_WITHOUT_SPACE = /^"([A-Za-z_][\w.-]{0,40}):([^\s:/"\\][^"\\]{0,40})"$/;
