import { parsePath } from "../../diagnostics/path.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import * as field from "../../model/fields.ts";
import * as z from "../../model/schema-language.ts";
import { globProblem, MAXIMUM_GLOB_LENGTH } from "./glob.ts";
import { outputPatternProblem } from "./output-pattern.ts";
import { parseRequestPath } from "./request-values.ts";

// The kinds of fields that a project file has; project-schema.ts says which field is of which kind.

const NAME_WORDS =
  "It must be at most 63 letters, digits, dashes, dots and underscores, with a letter or digit at both ends.";
const NAME_PATTERN = "^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$";
const PATH_PATTERN = "^[^\\x00-\\x1f\\x7f]+$";
const PATH_WORDS = "Write a path of one character or more, without control characters.";
/** In UTF-16 units. */
export const MAXIMUM_PATH_LENGTH = 4_096;

/** The name of a target. */
export const targetName = field
  .identifier(
    "invalid-target",
    "The target name",
    (text) => (new RegExp(NAME_PATTERN).test(text) ? undefined : NAME_WORDS),
    () => "Use a short name, such as production.",
  )
  .meta({
    description: "Unique name of the target, for --target.",
    pattern: NAME_PATTERN,
    patternErrorMessage: NAME_WORDS,
    maxLength: 63,
  });

/** The place of settings in a file. */
export const settingsAt = field.identifier(
  "invalid-target",
  "The path of the settings",
  (text) =>
    text.length > MAXIMUM_PATH_LENGTH || text === "" || parsePath(text) === undefined
      ? "It must be keys separated by dots."
      : undefined,
  () => 'Write a path, such as spec.values or data["values.yaml"].',
);

const glob = field
  .identifier(
    "invalid-target",
    "The glob",
    (text) => pathProblem(text) ?? globProblem(text),
    () => "Write a path, optionally with *, ?, ** and {a,b}, such as requests/**/*.yaml.",
  )
  .meta({
    description:
      "A path relative to the project file, in which * and ? match parts of a name, ** matches folders and {a,b} either of the two.",
    pattern: PATH_PATTERN,
    patternErrorMessage: PATH_WORDS,
    maxLength: MAXIMUM_GLOB_LENGTH,
  });

/** A pattern of output names. */
export const outputName = field
  .identifier(
    "invalid-target",
    "The name pattern",
    (text) => pathProblem(text) ?? outputPatternProblem(text),
    () =>
      "Write a path with {name}, and optionally {folder} or {target}, such as {folder}/{name}.yaml.",
  )
  .meta({
    pattern: PATH_PATTERN,
    patternErrorMessage: PATH_WORDS,
    maxLength: MAXIMUM_PATH_LENGTH,
  });

/** Values by their paths in a request. */
export const requestValues: z.Schema<Readonly<Record<string, unknown>>> = field
  .checked(
    z.custom<Readonly<Record<string, unknown>>>().check(({ value, issues }) => {
      const given: unknown = value;
      if (isPlainObject(given)) return;
      issues.push({ code: "invalid_type", expected: "record", input: given });
    }),
    (values) =>
      Object.keys(isPlainObject(values) ? values : {}).flatMap(
        (key): readonly field.FieldProblem[] => {
          if (parseRequestPath(key) !== undefined) return [];
          const message = `${showText(key)} is not a field path of a request.`;
          const hint = 'Write it as image, config.head_node.cpu or labels["example.com/team"].';
          return [{ code: "invalid-target", message, hint, path: [key], target: "key" }];
        },
      ),
  )
  .meta({ type: "object", additionalProperties: true });

const pathWords = {
  type: "string",
  pattern: PATH_PATTERN,
  patternErrorMessage: PATH_WORDS,
  maxLength: MAXIMUM_PATH_LENGTH,
} as const;

/** A path of a file or several, which a message calls by a noun. */
export const paths = (noun: string, example: string) =>
  pathOrPaths(noun, example).meta({ anyOf: [pathWords, { type: "array", items: pathWords }] });

/** A path of a file or folder. */
export const onePath = (noun: string, example: string) =>
  path(noun, example).meta({
    pattern: PATH_PATTERN,
    patternErrorMessage: PATH_WORDS,
    maxLength: MAXIMUM_PATH_LENGTH,
  });

/** Paths in which wildcards may stand. */
export const globs = z.array(glob);

/** A path, or a list of them. */
function pathOrPaths(noun: string, example: string): z.Schema<string | readonly string[]> {
  return z.custom<string | readonly string[]>().check(({ value, issues }) => {
    const given: unknown = value;
    const isList = Array.isArray(given);
    for (const [index, text] of (isList ? given : [given]).entries()) {
      const at = isList ? [index] : [];
      if (typeof text !== "string") {
        issues.push({ code: "invalid_type", expected: "string", input: text, path: at });
        continue;
      }
      const reason = pathProblem(text);
      if (reason === undefined) continue;
      const message = `${noun} ${showText(text)} is not valid. ${reason}`;
      const hint = `Write a path, such as ${example}.`;
      const problem: field.FieldProblem = { code: "invalid-target", message, hint };
      issues.push({ code: "custom", input: text, path: at, params: { problem }, continue: true });
    }
  });
}

function path(noun: string, example: string): z.Schema<string> {
  return field.identifier(
    "invalid-target",
    noun,
    pathProblem,
    () => `Write a path, such as ${example}.`,
  );
}

function pathProblem(text: string): string | undefined {
  if (text === "") return "It is empty.";
  if (text.length > MAXIMUM_PATH_LENGTH) {
    return `It is longer than ${MAXIMUM_PATH_LENGTH} characters.`;
  }
  return new RegExp(PATH_PATTERN).test(text) ? undefined : "It contains a control character.";
}
