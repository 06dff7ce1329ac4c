import type { Finding, Source } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import { formatPath } from "../../diagnostics/path.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import { closestName } from "../../diagnostics/suggest.ts";
import type { SettingsVariable } from "../environment/settings-variables.ts";
import { settingsVariables } from "../environment/settings-variables.ts";
import { foldKey } from "../unknown-keys/fold-key.ts";
import { meantFields } from "../unknown-keys/meant-fields.ts";
import { wordFor } from "../unknown-keys/word-for.ts";
import { settingsPath } from "./settings-path.ts";
import { settingsKeys } from "./settings-schema.ts";

/**
 * Keys of the settings that look like ours but are not. Outside `ray` other keys belong to the server and are ignored,
 * so a misspelt one would leave its default in force silently.
 */
export function misspeltSettings(source: Source): readonly Finding[] {
  const { data, otherKeys = [], root: at = [] } = source;
  if (!isPlainObject(data) && otherKeys.length === 0) return [];
  const root = isPlainObject(data) ? data : {};
  const worker = isPlainObject(root.worker) ? root.worker : {};
  const ofWorker = keysBeside(WORKER_KEYS, worker);
  const ofAccount = keysBeside(ACCOUNT_KEYS, worker.service_account);
  const ofRbac = keysBeside(RBAC_KEYS, root.rbac);
  if (otherKeys.length + ofWorker.length + ofAccount.length + ofRbac.length === 0) return NOTHING;
  return [
    ...nearMisses([], otherKeys, settingsKeys),
    ...outsideTheirObject(otherKeys, at),
    ...variableNames(otherKeys),
    ...nearMisses(["worker"], ofWorker, WORKER_KEYS),
    ...nearMisses(["worker", "service_account"], ofAccount, ACCOUNT_KEYS),
    ...nearMisses(["rbac"], ofRbac, RBAC_KEYS),
  ];
}

const WORKER_KEYS: readonly string[] = Object.freeze(["service_account", "image_pull_secrets"]);
const ACCOUNT_KEYS: readonly string[] = Object.freeze(["name"]);
const RBAC_KEYS: readonly string[] = Object.freeze(["manage_ray"]);

const NOTHING: readonly Finding[] = Object.freeze([]);

/** Nearly always there are none. */
function keysBeside(known: readonly string[], value: unknown): readonly string[] {
  const keys: string[] = [];
  if (!isPlainObject(value)) return keys;
  for (const key in value) if (!known.includes(key)) keys.push(key);
  return keys;
}

/** Settings whose names are nobody else's, at the top level in place of below `ray` or `rbac`. */
function outsideTheirObject(keys: readonly string[], at: Path): readonly Finding[] {
  return keys.flatMap((key): readonly Finding[] => {
    const { place, fields } = meantFields("settings", [], key, settingsKeys);
    const [field = ""] = fields;
    const isOurs = (place === "ray" || place === "rbac") && foldKey(key) === foldKey(field);
    if (!isOurs || place === undefined) return [];
    return [
      {
        code: "misspelt-setting",
        document: "settings",
        path: [key],
        target: "key",
        message: `${showText(key)} is ignored here: the setting is ${place}.${field}.`,
        hint: at.at(-1) === place ? lookAbove(at) : moveBelow(place, key, field),
      },
    ];
  });
}

/** What a server reads from its environment, written among the values. */
function variableNames(keys: readonly string[]): readonly Finding[] {
  return settingsVariables
    .filter(({ name }) => keys.includes(name))
    .map((variable) => ({
      code: "misspelt-setting",
      document: "settings",
      path: [variable.name],
      target: "key",
      message: `${showText(variable.name)} is ignored here: it is a variable of a server's environment. The setting is ${formatPath(variable.path)}.`,
      hint: variableHint(variable),
    }));
}

/** How the setting is written that a variable of a server's environment carries. */
export function variableHint({ path, encoding }: SettingsVariable): string {
  const field = `Write ${path.at(-1)} below ${formatPath(path.slice(0, -1))}`;
  return encoding === "json"
    ? `${field}; its value is YAML here, not JSON in a string.`
    : `${field}.`;
}

function moveBelow(place: string, key: string, field: string): string {
  return key === field ? `Indent it below ${place}.` : `Write it as ${field}, below ${place}.`;
}

/** The settings are looked for one level too deep. */
function lookAbove(at: Path): string {
  const above = at.slice(0, -1);
  return above.length === 0
    ? "Read the settings at the top level: leave out --settings-at, or settingsAt in the library."
    : `Read the settings one level up, with --settings-at ${settingsPath(above)}, or settingsAt in the library.`;
}

/**
 * So far from one of our keys, in changed letters, a key still counts as misspelt. Short ones have too many neighbours,
 * at the top above all, where every program has its own.
 */
const MOST_CHANGES = 2;
const MOST_CHANGES_OF_SHORT = 1;
const SHORT_KEY = 6;

function nearMisses(
  parent: Path,
  keys: readonly string[],
  known: readonly string[],
): readonly Finding[] {
  return keys.flatMap((key): readonly Finding[] => {
    const longer = known.filter(({ length }) => length > SHORT_KEY);
    const ofShort = parent.length === 0 ? 0 : MOST_CHANGES_OF_SHORT;
    const meant =
      closestName(key, known, ofShort) ??
      closestName(key, longer, MOST_CHANGES) ??
      wordFor(parent, key, known);
    if (meant === undefined) return [];
    const path = [...parent, meant];
    return [
      {
        code: "misspelt-setting",
        document: "settings",
        path: [...parent, key],
        target: "key",
        message: `${showText(key)} is ignored: the setting is called ${formatPath(path)}.`,
        hint: `Write ${meant}, unless another program reads ${showText(key)}.`,
      },
    ];
  });
}
