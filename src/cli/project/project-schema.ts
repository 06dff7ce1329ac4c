import * as z from "zod";
import { parsePath } from "../../diagnostics/path.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import * as field from "../../model/fields.ts";
import { patterns } from "../../model/patterns.ts";
import { kuberayVersion } from "../../model/settings-schema.ts";
import { globProblem, MAXIMUM_GLOB_LENGTH } from "./glob.ts";
import { outputPatternProblem } from "./output-pattern.ts";
import type { Project, ProjectTarget, TargetFields } from "./project.ts";
import { parseRequestPath } from "./request-values.ts";

const NAME_WORDS =
  "It must be at most 63 letters, digits, dashes, dots and underscores, with a letter or digit at both ends.";
const NAME_PATTERN = "^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$";
const PATH_PATTERN = "^[^\\x00-\\x1f\\x7f]+$";
const PATH_WORDS = "Write a path of one character or more, without control characters.";
const MAXIMUM_PATH_LENGTH = 4_096;

const targetName = field
  .identifier(
    "invalid-target",
    "The target name",
    (text) => (new RegExp(NAME_PATTERN).test(text) ? undefined : NAME_WORDS),
    () => "Use a short name, such as production.",
  )
  .meta({
    description: "Name of the target, for --target; no two targets have the same.",
    pattern: NAME_PATTERN,
    patternErrorMessage: NAME_WORDS,
    maxLength: 63,
  });

const settingsAt = field.identifier(
  "invalid-target",
  "The place of the settings",
  (text) =>
    text.length > MAXIMUM_PATH_LENGTH || text === "" || parsePath(text) === undefined
      ? "It must be keys with dots between them."
      : undefined,
  () => 'Write a path, such as spec.values or data["values.yaml"].',
);

const glob = field
  .identifier(
    "invalid-target",
    "The glob",
    (text) => pathProblem(text) ?? globProblem(text),
    () => "Write a path in which *, ?, ** and {a,b} may stand, such as requests/**/*.yaml.",
  )
  .meta({
    description:
      "A path relative to the project file, in which * and ? stand for parts of a name, ** for folders and {a,b} for either.",
    pattern: PATH_PATTERN,
    patternErrorMessage: PATH_WORDS,
    maxLength: MAXIMUM_GLOB_LENGTH,
  });

const outputName = field
  .identifier(
    "invalid-target",
    "The name pattern",
    (text) => pathProblem(text) ?? outputPatternProblem(text),
    () =>
      "Write a path with {name}, and perhaps {folder} or {target}, such as {folder}/{name}.yaml.",
  )
  .meta({
    pattern: PATH_PATTERN,
    patternErrorMessage: PATH_WORDS,
    maxLength: MAXIMUM_PATH_LENGTH,
  });

const requestValues: z.ZodType<Readonly<Record<string, unknown>>> = field
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
          const message = `${showText(key)} is no path in a request.`;
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

const paths = (noun: string, example: string) =>
  pathOrPaths(noun, example).meta({ anyOf: [pathWords, { type: "array", items: pathWords }] });

const onePath = (noun: string, example: string) =>
  path(noun, example).meta({
    pattern: PATH_PATTERN,
    patternErrorMessage: PATH_WORDS,
    maxLength: MAXIMUM_PATH_LENGTH,
  });

const globs = z.array(glob);

/** The fields that a target and the defaults have. */
const targetFields = {
  requests: atLeastOne("requests", globs, "Add a glob, such as requests/*.yaml.").nullish().meta({
    description: "The requests to compile, as globs; each must match a file.",
    minItems: 1,
  }),
  exclude: globs.nullish().meta({
    description: "Globs of files that are no requests, whatever the other globs match.",
    default: [],
  }),
  settings: paths("The settings path", "values.yaml").nullish().meta({
    description:
      "Helm values of the deployment, paths relative to the project file; later files win as Helm merges them.",
    default: null,
  }),
  settings_at: settingsAt.nullish().meta({
    description:
      "Where the settings stand in these files, such as spec.values. Default: at the top level.",
    default: null,
    maxLength: MAXIMUM_PATH_LENGTH,
  }),
  patches: paths("The path of a patch", "patches/production.yaml").nullish().meta({
    description:
      "Files of partial requests that are laid over each request, the last on top: maps merge, lists replace, null removes.",
    default: null,
  }),
  set: requestValues.nullish().meta({
    description:
      "Values by their paths in the request, such as image or config.head_node.cpu, laid over it after the patches.",
    default: null,
  }),
  kuberay_version: kuberayVersion.nullish().meta({
    description: "Version of the KubeRay operator, in quotes. Default: what the settings say.",
    default: null,
    ...patterns.version,
  }),
  output_dir: onePath("The output folder", "manifests").nullish().meta({
    description:
      "Folder of the manifests, relative to the project file; each is named after its request.",
    default: null,
  }),
  output: onePath("The output file", "manifests.yaml").nullish().meta({
    description: "One file for all manifests of the target, in place of output_dir.",
    default: null,
  }),
  output_name: outputName.nullish().meta({
    description:
      "What files in output_dir are named: {name} is the request's name, {folder} its folder below the globs, {target} the target. Default: {name}, or {folder}/{name} where two would have one name.",
    default: null,
  }),
  strict: z
    .boolean()
    .nullish()
    .meta({ description: "Whether warnings are errors.", default: false }),
};

/** What stands in the list of targets. */
export const projectTarget: z.ZodType<ProjectTarget> = z
  .strictObject({ name: targetName, ...targetFields })
  .meta({ description: "Requests that are compiled for one deployment." });

/** What holds for every target. */
export const targetDefaults: z.ZodType<TargetFields> = z
  .strictObject(targetFields)
  .meta({ description: "What holds for every target, unless it says otherwise." });

/** A project file. */
export const project: z.ZodType<Project> = z.strictObject({
  $schema: z.string().nullish().meta({
    description: "The JSON Schema that an editor should use; has no effect.",
    default: null,
  }),
  projects: globs.nullish().meta({
    description: "Other project files, as globs; their targets are compiled as well.",
    default: [],
  }),
  defaults: targetDefaults.nullish().meta({
    description:
      "What holds for every target. Settings, patches, set and exclude of a target come behind these; everything else takes their place.",
    default: null,
  }),
  targets: atLeastOne(
    "targets",
    z.array(projectTarget),
    "Add an object with name, requests and output_dir.",
  )
    .nullish()
    .meta({ description: "What is compiled, for which deployment and where to.", minItems: 1 }),
});

/** A path, or a list of them. */
function pathOrPaths(noun: string, example: string): z.ZodType<string | readonly string[]> {
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

function path(noun: string, example: string): z.ZodType<string> {
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
  return new RegExp(PATH_PATTERN).test(text) ? undefined : "It holds a control character.";
}

function atLeastOne<T>(
  name: string,
  list: z.ZodType<readonly T[]>,
  hint: string,
): z.ZodType<readonly T[]> {
  return field.checked(list, (entries) =>
    entries.length > 0
      ? []
      : [{ code: "invalid-target", message: `${showText(name)} is an empty list.`, hint }],
  );
}
