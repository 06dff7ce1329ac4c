import { showText } from "../../diagnostics/show.ts";
import * as field from "../../model/fields.ts";
import { patterns } from "../../model/patterns.ts";
import * as z from "../../model/schema-language.ts";
import { kuberayVersion } from "../../model/settings/settings-schema.ts";
import type { Project, ProjectTarget, TargetFields } from "./project.ts";
import {
  globs,
  MAXIMUM_PATH_LENGTH,
  onePath,
  outputName,
  paths,
  requestValues,
  settingsAt,
  targetName,
} from "./project-fields.ts";

/** The fields that a target and the defaults have. */
const targetFields = {
  requests: atLeastOne("requests", globs, "Add a glob, such as requests/*.yaml.").nullish().meta({
    description: "The requests to compile, as globs; each must match a file.",
    minItems: 1,
  }),
  exclude: globs.nullish().meta({
    description: "Globs of files to exclude, even if the other globs match them.",
    default: [],
  }),
  settings: paths("The settings path", "values.yaml").nullish().meta({
    description:
      "Helm values of the deployment, paths relative to the project file; later files win as Helm merges them.",
    default: null,
  }),
  settings_at: settingsAt.nullish().meta({
    description:
      "Path of the settings in these files, such as spec.values. Default: at the top level.",
    default: null,
    maxLength: MAXIMUM_PATH_LENGTH,
  }),
  patches: paths("The path of a patch", "patches/production.yaml").nullish().meta({
    description:
      "Files of partial requests that are merged over each request; later files win: maps merge, lists replace, null removes.",
    default: null,
  }),
  set: requestValues.nullish().meta({
    description:
      "Values by their paths in the request, such as image or config.head_node.cpu, set after the patches. name_prefix goes in front of the name.",
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
    description: "One file for all manifests of the target, instead of output_dir.",
    default: null,
  }),
  output_name: outputName.nullish().meta({
    description:
      "Names of the files in output_dir: {name} is the request's name, {folder} its folder below the globs, {target} the target. Default: {name}, or {folder}/{name} if two names would clash.",
    default: null,
  }),
  strict: z
    .boolean()
    .nullish()
    .meta({ description: "Whether warnings count as errors.", default: false }),
};

/** What stands in the list of targets. */
export const projectTarget: z.Schema<ProjectTarget> = z
  .strictObject({ name: targetName, ...targetFields })
  .meta({ description: "Requests that are compiled for one deployment." });

/** What holds for every target. */
export const targetDefaults: z.Schema<TargetFields> = z
  .strictObject(targetFields)
  .meta({ description: "Defaults for every target." });

/** A project file. */
export const project: z.Schema<Project> = z.strictObject({
  $schema: z.string().nullish().meta({
    description: "The JSON Schema that an editor should use; has no effect.",
    default: null,
  }),
  projects: globs.nullish().meta({
    description: "Other project files, as globs; their targets are compiled too.",
    default: [],
  }),
  defaults: targetDefaults.nullish().meta({
    description:
      "Defaults for every target. Settings, patches, set and exclude of a target are added to these; everything else replaces them.",
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

function atLeastOne<T>(
  name: string,
  list: z.Schema<readonly T[]>,
  hint: string,
): z.Schema<readonly T[]> {
  return field.checked(list, (entries) =>
    entries.length > 0
      ? []
      : [{ code: "invalid-target", message: `${showText(name)} is an empty list.`, hint }],
  );
}
