import * as z from "zod";
import { parsePath } from "../../diagnostics/path.ts";
import { showText } from "../../diagnostics/show.ts";
import * as field from "../../model/fields.ts";
import { patterns } from "../../model/patterns.ts";
import { kuberayVersion } from "../../model/settings/settings-schema.ts";
import { globProblem, MAXIMUM_GLOB_LENGTH } from "./glob.ts";
import type { Project, ProjectTarget } from "./project.ts";

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

/** What stands in the list of targets. */
export const projectTarget: z.ZodType<ProjectTarget> = z
  .strictObject({
    name: targetName,
    requests: atLeastOne("requests", z.array(glob), "Add a glob, such as requests/*.yaml.").meta({
      description: "The requests to compile, as globs; each must match a file.",
      minItems: 1,
    }),
    settings: path("The settings path", "values.yaml").nullish().meta({
      description: "Helm values of the deployment, a path relative to the project file.",
      default: null,
      pattern: PATH_PATTERN,
      patternErrorMessage: PATH_WORDS,
      maxLength: MAXIMUM_PATH_LENGTH,
    }),
    settings_at: settingsAt.nullish().meta({
      description:
        "Where the settings stand in that file, such as spec.values. Default: at the top level.",
      default: null,
      maxLength: MAXIMUM_PATH_LENGTH,
    }),
    kuberay_version: kuberayVersion.nullish().meta({
      description: "Version of the KubeRay operator, in quotes. Default: what the settings say.",
      default: null,
      ...patterns.version,
    }),
    output_dir: path("The output folder", "manifests").meta({
      description:
        "Folder of the manifests, relative to the project file; each is named after its request.",
      pattern: PATH_PATTERN,
      patternErrorMessage: PATH_WORDS,
      maxLength: MAXIMUM_PATH_LENGTH,
    }),
    strict: z
      .boolean()
      .nullish()
      .meta({ description: "Whether warnings are errors.", default: false }),
  })
  .meta({ description: "Requests that are compiled for one deployment into one folder." });

/** A project file. */
export const project: z.ZodType<Project> = z.strictObject({
  $schema: z.string().nullish().meta({
    description: "The JSON Schema that an editor should use; has no effect.",
    default: null,
  }),
  targets: atLeastOne(
    "targets",
    z.array(projectTarget),
    "Add an object with name, requests and output_dir.",
  ).meta({ description: "What is compiled, for which deployment and where to.", minItems: 1 }),
});

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
