import type { Finding, Source, SourceRange } from "../diagnostics/diagnostic.ts";
import { optionFindings } from "../diagnostics/option-findings.ts";
import type { Path } from "../diagnostics/path.ts";
import { parsePath } from "../diagnostics/path.ts";
import { readOptions } from "../diagnostics/read-options.ts";
import { formatCount, showText } from "../diagnostics/show.ts";
import { MAXIMUM_ENTRIES } from "../yaml/data-limits.ts";
import { readSource } from "../yaml/read-source.ts";
import type { Replacements } from "./replacements.ts";

/** The options of compiling as they count: what is left out, null or wrong is not there. */
export interface ReadReplacements {
  readonly strict: boolean;
  /** By field, whatever the values are: they are judged like those of a request. */
  readonly overrides: { readonly [field: string]: unknown } | undefined;
  /** In order, the last on top. */
  readonly patches: readonly Source[];
  /** In order, the last on top. */
  readonly settingsLayers: readonly unknown[];
  readonly kuberayVersion: string | undefined;
  /** Where the values stand that replace fields, by field, `kuberay_version` among them. Default: nowhere. */
  readonly ranges?: ReadonlyMap<string, SourceRange>;
  /** Empty: the settings stand at the top level. */
  readonly settingsAt: Path;
  readonly findings: readonly Finding[];
}

/** What `compile` takes. */
interface Options extends Replacements {
  readonly strict?: boolean | undefined;
}

type Overrides = { readonly [Field in keyof NonNullable<Replacements["overrides"]>]?: unknown };

/** Reads the options of `compile`. Never throws. */
export function readReplacements(given: unknown): ReadReplacements {
  if (given === undefined || given === null) return NO_REPLACEMENTS;
  const { values, problems } = readOptions<Options>(given, {
    strict: "switch",
    patches: "list",
    settingsLayers: "list",
    overrides: "object",
    kuberayVersion: "text",
    settingsAt: "text",
  });
  const overrides = readOptions<Overrides>(values.overrides, {
    name: "anything",
    namespace: "anything",
    image: "anything",
    ray_version: "anything",
  });
  const settingsAt = readSettingsAt(values.settingsAt);
  const patches = readLayers("patches", values.patches);
  const settingsLayers = readLayers("settingsLayers", values.settingsLayers);
  return {
    strict: values.strict ?? false,
    overrides: Object.keys(overrides.values).length === 0 ? undefined : overrides.values,
    patches: patches.layers.map((patch) => readSource(patch, "request")),
    settingsLayers: settingsLayers.layers,
    kuberayVersion: values.kuberayVersion,
    settingsAt: settingsAt.path,
    findings: [
      ...optionFindings(problems),
      ...optionFindings(overrides.problems, ["overrides"]),
      ...settingsAt.findings,
      ...patches.findings,
      ...settingsLayers.findings,
    ],
  };
}

const NO_REPLACEMENTS: ReadReplacements = Object.freeze({
  strict: false,
  overrides: undefined,
  patches: Object.freeze([]),
  settingsLayers: Object.freeze([]),
  kuberayVersion: undefined,
  settingsAt: Object.freeze([]),
  findings: Object.freeze([]),
});

/** A list of documents as a plain one, whatever it is. */
function readLayers(
  option: "patches" | "settingsLayers",
  given: readonly unknown[] = [],
): { readonly layers: readonly unknown[]; readonly findings: readonly Finding[] } {
  const refused = (message: string, hint: string) => ({
    layers: [],
    findings: optionFindings([{ option, message, hint }]),
  });
  try {
    const { length } = given;
    if (length <= MAXIMUM_ENTRIES) return { layers: [...given], findings: [] };
    const most = formatCount(MAXIMUM_ENTRIES);
    const message = `The option ${option} has ${formatCount(length)} entries; at most ${most} are allowed.`;
    return refused(message, "Give fewer.");
  } catch {
    const message = `The option ${option} could not be read: a getter or a proxy threw.`;
    return refused(message, "Pass a plain list.");
  }
}

/** The options of functions that read settings alone. Never throws. */
export function readSettingsOptions(given: unknown): {
  readonly settingsAt: Path;
  readonly findings: readonly Finding[];
} {
  const { values, problems } = readOptions<Pick<Options, "settingsAt">>(given, {
    settingsAt: "text",
  });
  const { path, findings } = readSettingsAt(values.settingsAt);
  return { settingsAt: path, findings: [...optionFindings(problems), ...findings] };
}

function readSettingsAt(text = ""): {
  readonly path: Path;
  readonly findings: readonly Finding[];
} {
  const path = text.length > MAXIMUM_LENGTH ? undefined : parsePath(text);
  if (path !== undefined) return { path, findings: [] };
  const message = `The option settingsAt must be a path, but it is ${showText(text)}.`;
  const hint = "Write it as spec.values.";
  return { path: [], findings: optionFindings([{ option: "settingsAt", message, hint }]) };
}

const MAXIMUM_LENGTH = 4_096;
