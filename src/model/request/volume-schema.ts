import { dns1123LabelProblem } from "../../api/identifiers/dns-label.ts";
import { mountPathProblem, subPathProblem } from "../../api/identifiers/volume-path.ts";
import { formatCount } from "../../diagnostics/show.ts";
import type { FieldProblem } from "../fields.ts";
import { checked, gibibytes, identifier, NO_PROBLEMS, objectName } from "../fields.ts";
import { patterns } from "../patterns.ts";
import * as z from "../schema-language.ts";
import { useInstead } from "../use-instead.ts";
import type { EmptyFolder, VolumeConfig } from "./pod-inputs.ts";

const emptyFolder: z.Schema<EmptyFolder> = z
  .strictObject({
    size_gb: gibibytes("size_gb").nullish().meta({
      description: "Maximum size of the folder, in GiB (2**30 bytes). Default: no limit.",
      default: null,
    }),
    in_memory: z.boolean().nullish().meta({
      description: "Whether it is in memory, which counts against the container's memory limit.",
      default: false,
    }),
  })
  .meta({ description: "An empty folder that lives as long as the pod." });

const SOURCES = Object.freeze(["claim", "config_map", "secret", "empty_dir"] as const);

/** A volume of the Ray container: ValidateVolumeMounts in kubernetes pkg/apis/core/validation/validation.go. */
export const volumeConfig: z.Schema<VolumeConfig> = checked(
  z.strictObject({
    mount_path: identifier(
      "invalid-volume",
      "The mount path",
      mountPathProblem,
      () => "Give an absolute path, such as /data.",
    ).meta({
      description: "Where the container sees it: an absolute path.",
      ...patterns.mountPath,
    }),
    name: identifier("invalid-volume", "The volume name", dns1123LabelProblem, (text) =>
      useInstead(text, 63, "data"),
    )
      .nullish()
      .meta({
        description: "Name of the volume in the pod. Default: derived from its contents.",
        default: null,
        ...patterns.dns1123Label,
      }),
    claim: source("PersistentVolumeClaim"),
    config_map: source("ConfigMap"),
    secret: source("Secret"),
    empty_dir: emptyFolder
      .nullish()
      .meta({ description: "An empty folder; {} for one without a limit.", default: null }),
    read_only: z
      .boolean()
      .nullish()
      .meta({ description: "Whether the container may only read it.", default: false }),
    sub_path: identifier(
      "invalid-volume",
      "The path within the volume",
      subPathProblem,
      () => "Give a relative path, such as models/llama.",
    )
      .nullish()
      .meta({
        description: "A path within the volume. Default: its root.",
        default: null,
        ...patterns.subPath,
      }),
  }),
  sourceProblems,
).meta({
  description: "A folder or file of the Ray container, from exactly one source.",
  anyOf: SOURCES.map((key) => ({ properties: onlySource(key), required: [key] })),
});

function source(kind: string) {
  return objectName(kind)
    .nullish()
    .meta({ description: `Name of a ${kind}.`, default: null });
}

/** The sources as they stand where one of them is given. */
function onlySource(key: (typeof SOURCES)[number]) {
  const given = { type: key === "empty_dir" ? "object" : "string" };
  return Object.fromEntries(SOURCES.map((name) => [name, name === key ? given : { type: "null" }]));
}

function sourceProblems(volume: VolumeConfig): readonly FieldProblem[] {
  const given = SOURCES.filter((key) => volume[key] != null);
  if (given.length === 1) return NO_PROBLEMS;
  const count = given.length === 0 ? "none" : formatCount(given.length);
  return [
    {
      code: "invalid-volume",
      message: `A volume has exactly one of claim, config_map, secret and empty_dir, but this one has ${count}.`,
      hint: "Write {mount_path: /data, claim: NAME}, or empty_dir: {} for an empty folder.",
      ...(given.length === 0 ? { lacks: SOURCES } : {}),
    },
  ];
}
