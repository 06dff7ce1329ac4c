import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { Project, ProjectTarget, TargetFields } from "./project.ts";
import { parseRequestPath } from "./request-values.ts";

/** A text of the project file and where it stands. */
export interface PlacedText {
  readonly text: string;
  readonly path: Path;
}

/** A value for a field of each request, and where it stands. */
export interface PlacedValue {
  readonly field: Path;
  readonly value: unknown;
  readonly path: Path;
}

/** A target with what the defaults add. */
export interface CompleteTarget {
  readonly name: string;
  /** Where the target stands. */
  readonly path: Path;
  readonly requests: readonly PlacedText[];
  readonly exclude: readonly PlacedText[];
  readonly settings: readonly PlacedText[];
  readonly patches: readonly PlacedText[];
  readonly set: readonly PlacedValue[];
  readonly settingsAt: string | undefined;
  readonly kuberayVersion: string | undefined;
  readonly output: { readonly kind: "folder" | "file"; readonly path: string };
  readonly outputName: PlacedText | undefined;
  readonly strict: boolean;
}

export interface CompleteTargets {
  readonly targets: readonly CompleteTarget[];
  /** What neither a target nor the defaults have. */
  readonly findings: readonly Finding[];
}

/** Fills in the defaults of a project file, and says what is missing nevertheless. */
export function completeTargets({ targets, defaults, projects }: Project): CompleteTargets {
  const findings: Finding[] = [];
  if (targets == null && projects == null) findings.push(nothingListed());
  const complete: CompleteTarget[] = [];
  for (const [index, target] of (targets ?? []).entries()) {
    const path = ["targets", index];
    const sides: readonly Side[] = [
      { fields: defaults ?? {}, path: ["defaults"] },
      { fields: target, path },
    ];
    const output = outputOf(sides);
    const requests = nearest(sides, "requests");
    const outputName = nearest(sides, "output_name");
    if (requests === undefined) findings.push(missing("requests", path));
    if (output === undefined) findings.push(missing("output_dir", path));
    findings.push(...sides.flatMap(twoOutputs), ...needlessName(target, output, path));
    if (requests === undefined || output === undefined) continue;
    complete.push({
      name: target.name,
      path,
      requests: textsOf(requests.value, requests.path),
      exclude: added(sides, "exclude"),
      settings: added(sides, "settings"),
      patches: added(sides, "patches"),
      set: sides.flatMap(valuesOf),
      settingsAt: nearest(sides, "settings_at")?.value,
      kuberayVersion: nearest(sides, "kuberay_version")?.value,
      output,
      outputName: outputName && { text: outputName.value, path: outputName.path },
      strict: nearest(sides, "strict")?.value ?? false,
    });
  }
  return { targets: complete, findings: unique(findings) };
}

/** The defaults or a target. */
interface Side {
  readonly fields: TargetFields;
  readonly path: Path;
}

/** What the target has, or else the defaults. */
function nearest<Name extends keyof TargetFields>(sides: readonly Side[], name: Name) {
  for (const { fields, path } of sides.toReversed()) {
    const value = fields[name];
    if (value !== undefined && value !== null) return { value, path: [...path, name] };
  }
  return undefined;
}

function added(
  sides: readonly Side[],
  name: "exclude" | "settings" | "patches",
): readonly PlacedText[] {
  return sides.flatMap(({ fields, path }) => textsOf(fields[name], [...path, name]));
}

function textsOf(
  value: string | readonly string[] | null | undefined,
  path: Path,
): readonly PlacedText[] {
  if (value === undefined || value === null) return [];
  if (typeof value === "string") return [{ text: value, path }];
  return value.map((text, index) => ({ text, path: [...path, index] }));
}

function valuesOf({ fields, path }: Side): readonly PlacedValue[] {
  return Object.entries(fields.set ?? {}).map(([key, value]) => ({
    field: parseRequestPath(key) ?? [],
    value,
    path: [...path, "set", key],
  }));
}

/** A file or a folder of the target counts more than either of the defaults. */
function outputOf(sides: readonly Side[]): CompleteTarget["output"] | undefined {
  for (const { fields } of sides.toReversed()) {
    if (fields.output != null) return { kind: "file", path: fields.output };
    if (fields.output_dir != null) return { kind: "folder", path: fields.output_dir };
  }
  return undefined;
}

function twoOutputs({ fields, path }: Side): readonly Finding[] {
  if (fields.output == null || fields.output_dir == null) return [];
  return [
    {
      code: "invalid-target",
      document: "config",
      path: [...path, "output"],
      target: "key",
      message: "output and output_dir exclude each other.",
      hint: "Keep output for one file, or output_dir for one file per request.",
    },
  ];
}

function needlessName(
  { output_name }: ProjectTarget,
  output: CompleteTarget["output"] | undefined,
  path: Path,
): readonly Finding[] {
  if (output_name == null || output?.kind !== "file") return [];
  return [
    {
      code: "invalid-target",
      document: "config",
      path: [...path, "output_name"],
      target: "key",
      message: "output_name names files in output_dir, but this target has one file, output.",
      hint: "Remove output_name, or use output_dir instead of output.",
    },
  ];
}

function missing(field: "requests" | "output_dir", path: Path): Finding {
  return {
    code: "missing-field",
    document: "config",
    path: [...path, field],
    message: `${field} is missing.`,
    hint: `Add ${field} to the target, or to defaults for all targets.`,
  };
}

function nothingListed(): Finding {
  return {
    code: "missing-field",
    document: "config",
    path: ["targets"],
    message: "targets is missing.",
    hint: "Add targets: a list of objects with name, requests and output_dir.",
  };
}

/** What the defaults say twice, they say for every target. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const places = new Map(findings.map((finding) => [JSON.stringify(finding.path), finding]));
  return [...places.values()];
}
