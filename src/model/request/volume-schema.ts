import * as z from "zod";
import { formatCount } from "../../diagnostics/show.ts";
import type { FieldProblem } from "../fields.ts";
import { checked, gibibytes, identifier, NO_PROBLEMS } from "../fields.ts";
import { dns1123SubdomainProblem } from "../identifiers/dns-subdomain.ts";
import { patterns } from "../patterns.ts";
import type { EmptyFolder, VolumeConfig } from "./pod-inputs.ts";

const emptyFolder: z.ZodType<EmptyFolder> = z
  .strictObject({
    size_gb: gibibytes("size_gb").nullish().meta({
      description: "The most that the folder may hold, in GiB. Default: no limit.",
      default: null,
    }),
    in_memory: z.boolean().nullish().meta({
      description: "Whether it lies in memory, which counts against the container's memory limit.",
      default: false,
    }),
  })
  .meta({ description: "An empty folder that lives as long as the pod." });

/** A volume of the Ray container: ValidateVolumeMounts in kubernetes pkg/apis/core/validation/validation.go. */
export const volumeConfig: z.ZodType<VolumeConfig> = checked(
  z.strictObject({
    mount_path: identifier(
      "invalid-volume",
      "The mount path",
      mountPathProblem,
      () => "Give an absolute path, such as /data.",
    ).meta({ description: "Where the container sees it: an absolute path.", pattern: "^/[^:]*$" }),
    claim: objectName("PersistentVolumeClaim"),
    config_map: objectName("ConfigMap"),
    secret: objectName("Secret"),
    empty_dir: emptyFolder.nullish().meta({ description: "An empty folder.", default: null }),
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
      .meta({ description: "A path within the volume. Default: its root.", default: null }),
  }),
  sourceProblems,
).meta({
  description: "A folder or file of the Ray container, from exactly one source.",
});

const SOURCES = Object.freeze(["claim", "config_map", "secret", "empty_dir"] as const);

function sourceProblems(volume: VolumeConfig): readonly FieldProblem[] {
  const given = SOURCES.filter((key) => volume[key] != null);
  if (given.length === 1) return NO_PROBLEMS;
  const count = given.length === 0 ? "none" : formatCount(given.length);
  return [
    {
      code: "invalid-volume",
      message: `A volume has exactly one of ${SOURCES.join(", ")}; here are ${count}.`,
      hint: "Write {mount_path: /data, claim: NAME}, or empty_dir: {} for an empty folder.",
    },
  ];
}

function mountPathProblem(path: string): string | undefined {
  if (!path.startsWith("/")) return "It must start with a slash.";
  if (path.includes(":")) return "It must not hold a colon.";
  return undefined;
}

function subPathProblem(path: string): string | undefined {
  if (path.startsWith("/")) return "It must be relative.";
  if (path.split("/").includes("..")) return 'It must not hold "..".';
  return undefined;
}

function objectName(kind: string) {
  return identifier(
    "invalid-volume",
    `The ${kind} name`,
    dns1123SubdomainProblem,
    () => `Give the name of a ${kind}, such as data.`,
  )
    .nullish()
    .meta({ description: `A ${kind} by name.`, default: null, ...patterns.dns1123Subdomain });
}
