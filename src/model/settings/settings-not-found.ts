import type { Finding, Source } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import { formatPath } from "../../diagnostics/path.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { foreignToSettings } from "../foreign-document.ts";
import type { FoundVariable } from "./deeper-settings.ts";
import { deeperSettings, deeperVariable } from "./deeper-settings.ts";
import { misspeltSettings, variableHint } from "./misspelt-settings.ts";
import { settingsPath } from "./settings-path.ts";

/**
 * Warns where no setting is where it is looked for, since every default then holds silently, and where the settings of
 * Ray stand deeper, as in the values of an umbrella chart. `whole` gives all that was given; an object without a key, and
 * nothing at all, ask for the defaults.
 */
export function settingsNotFound(
  source: Source,
  whole: () => unknown,
  isText: boolean,
): readonly Finding[] {
  const { data, findings, otherKeys = [] } = source;
  if (findings.length > 0 || (data !== null && !isPlainObject(data))) return [];
  const settings = data ?? {};
  if (Object.hasOwn(settings, "ray")) return [];
  const isFound = holdsSetting(settings);
  const owner = ["worker", "rbac"].find((key) => holdsRay(settings[key]));
  if (owner !== undefined) return [foundDeeper([owner])];
  if (otherKeys.length === 0) return isFound || !isText ? [] : nothingFound(source);
  const all = whole();
  const path = deeperSettings(all);
  if (path !== undefined) return [foundDeeper(path)];
  if (isFound) return [];
  const foreign = foreignToSettings(all);
  if (foreign !== undefined) return [foundForeign(foreign.kind, foreign.path)];
  const variable = deeperVariable(all);
  return variable === undefined ? nothingFound(source) : [foundVariable(variable)];
}

type Members = { readonly [key: string]: unknown };

function holdsSetting({ kuberay_version, worker, rbac }: Members): boolean {
  return (
    kuberay_version !== undefined ||
    (isPlainObject(worker) && ("service_account" in worker || "image_pull_secrets" in worker)) ||
    (isPlainObject(rbac) && "manage_ray" in rbac)
  );
}

function holdsRay(value: unknown): boolean {
  return isPlainObject(value) && isPlainObject(value.ray);
}

function foundDeeper(path: Path): Finding {
  const at = settingsPath(path);
  return {
    code: "settings-not-found",
    document: "settings",
    path,
    target: "key",
    message: `There are settings at ${at}, but they are ignored there.`,
    hint: `Read them there with --settings-at ${quoted(at)}, or settingsAt in the library.`,
  };
}

function quoted(at: string): string {
  return /^[\w.-]+$/.test(at) ? at : `'${at}'`;
}

function foundForeign(kind: string, path: Path): Finding {
  return {
    code: "settings-not-found",
    document: "settings",
    path,
    target: "key",
    message: `This is ${kind}, not a settings file, so every setting has its default.`,
    hint: "Give the Helm values of the deployment, with ray, worker and rbac at the top level.",
  };
}

function foundVariable({ path, variable }: FoundVariable): Finding {
  return {
    code: "settings-not-found",
    document: "settings",
    path,
    message: `There are no settings here, only ${variable.name}, a variable of a server's environment; the setting is ${formatPath(variable.path)}.`,
    hint: variableHint(variable),
  };
}

/** Nothing is said where settings are there, misspelt: that says it already. */
function nothingFound(source: Source): readonly Finding[] {
  if (misspeltSettings(source).length > 0) return [];
  return [
    {
      code: "settings-not-found",
      document: "settings",
      path: [],
      message: "There are no settings here, so every setting has its default.",
      hint: "Give the Helm values of the deployment, with ray, worker and rbac at the top level, or give another path with --settings-at.",
    },
  ];
}
