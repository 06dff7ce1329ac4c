import type { Diagnostic, Finding, Source } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { showValue } from "../../diagnostics/show.ts";
import { readJson } from "../../yaml/read-json.ts";
import { snapshot } from "../../yaml/snapshot.ts";
import { createTextRanges } from "../../yaml/text-ranges.ts";
import type { SettingsVariable } from "../environment/settings-variables.ts";
import { settingsVariables } from "../environment/settings-variables.ts";
import type { SettingsResult } from "./settings-result.ts";
import { settingsResult } from "./settings-result.ts";

/**
 * A server's environment -> the settings that it carries, or the diagnostics that the same settings would have in Helm
 * values. Each RAY_ variable holds JSON, so text is in double quotes and `"false"` is not a boolean;
 * SEMATIC_WORKER_KUBERNETES_SA is plain. A variable that is not set, blank or `null` leaves the default. The range of a
 * diagnostic has the variable's name for its file, with line and column inside the value; the order is that of the
 * settings. Variables that are not the compiler's are ignored, since other software has RAY_ variables too.
 * `kuberay_version`, `ray.enabled`, `worker.image_pull_secrets` and `rbac.manage_ray` have no variable. Never throws.
 */
export function settingsFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): SettingsResult {
  if (!isReadableObject(environment)) return notAnEnvironment(environment);
  const readings = settingsVariables.map((variable) => readVariable(variable, environment));
  const { data, findings } = snapshot(assemble(readings), "settings");
  const result = settingsResult(
    {
      document: "settings",
      data,
      findings: [...readings.flatMap((reading) => reading.findings), ...findings],
      rangeOf: (path, target) => readings[variableIndex(path)]?.rangeOf?.(path, target),
    },
    environment,
  );
  return result.ok ? result : { ok: false, diagnostics: inOrder(result.diagnostics) };
}

/** What one variable holds, with paths from the root of the settings. No data: it is not set, or cannot be read. */
interface Reading extends Pick<Source, "findings" | "rangeOf"> {
  readonly variable: SettingsVariable;
  readonly data?: unknown;
}

/** A revoked proxy is no object that could be asked anything. */
function isReadableObject(value: unknown): boolean {
  try {
    return isPlainObject(value);
  } catch {
    return false;
  }
}

function notAnEnvironment(value: unknown): SettingsResult {
  const message = `The environment must be an object, but it is ${shownValue(value)}.`;
  const finding: Finding = { code: "wrong-type", document: "settings", path: [], message };
  return settingsResult({ document: "settings", data: undefined, findings: [finding] }, value);
}

function shownValue(value: unknown): string {
  try {
    return showValue(value);
  } catch {
    return "a proxy that was revoked";
  }
}

function readVariable(
  variable: SettingsVariable,
  environment: { readonly [name: string]: unknown },
): Reading {
  const { name, path, encoding } = variable;
  let text: unknown;
  try {
    text = environment[name];
  } catch {
    return unreadable(variable, "not-plain-data", `${name} could not be read: a getter threw.`);
  }
  if (text === undefined) return { variable, findings: [] };
  if (typeof text !== "string") {
    const message = `${name} must be a string, but it is ${showValue(text)}.`;
    return unreadable(variable, "wrong-type", message);
  }
  if (text.trim() === "") return { variable, findings: [] };
  const document = { file: name, text };
  if (encoding === "plain") {
    const range = createTextRanges(document).whole(0, text.length);
    return { variable, data: text, findings: [], rangeOf: () => range };
  }
  const { data, findings, rangeOf } = readJson(document, "settings");
  return {
    variable,
    data,
    findings: findings.map((finding) => below(path, finding)),
    rangeOf: (from, target) => rangeOf?.(from.slice(path.length), target),
  };
}

function unreadable(
  variable: SettingsVariable,
  code: "not-plain-data" | "wrong-type",
  message: string,
): Reading {
  const finding: Finding = { code, document: "settings", path: variable.path, message };
  return { variable, findings: [finding] };
}

function below(root: Path, finding: Finding): Finding {
  const { path, related } = finding;
  return {
    ...finding,
    path: [...root, ...path],
    ...(related === undefined
      ? {}
      : { related: related.map((place) => ({ ...place, path: [...root, ...place.path] })) }),
  };
}

function assemble(readings: readonly Reading[]): unknown {
  const settings: Record<string, unknown> = {};
  for (const { variable, data } of readings) {
    if (data !== undefined && data !== null) setAt(settings, variable.path, data);
  }
  return settings;
}

function setAt(
  parent: Record<string, unknown>,
  [step = "", ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) {
    parent[step] = value;
    return;
  }
  const child = parent[step];
  const members = isPlainObject(child) ? { ...child } : {};
  setAt(members, rest, value);
  parent[step] = members;
}

/** By variable; within one, as they stand in its text. What speaks of no variable comes last. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const order = ({ path }: Diagnostic) => {
    const index = variableIndex(path);
    return index === -1 ? settingsVariables.length : index;
  };
  return Object.freeze([...diagnostics].sort((left, right) => order(left) - order(right)));
}

function variableIndex(path: Path): number {
  return settingsVariables.findIndex((variable) =>
    variable.path.every((step, index) => path[index] === step),
  );
}
