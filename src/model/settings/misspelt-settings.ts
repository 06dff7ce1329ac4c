import type { Finding, Source } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import { formatPath } from "../../diagnostics/path.ts";
import { isPlainObject } from "../../diagnostics/plain-data.ts";
import { showText } from "../../diagnostics/show.ts";
import { closestName } from "../../diagnostics/suggest.ts";

/**
 * Keys of the settings that look like ours but are not. Outside `ray` other keys belong to the server and are passed over,
 * so a misspelt one would leave its default in force without a word.
 */
export function misspeltSettings(source: Source): readonly Finding[] {
  const { data, otherKeys = [] } = source;
  if (!isPlainObject(data) && otherKeys.length === 0) return [];
  const root = isPlainObject(data) ? data : {};
  const worker = isPlainObject(root.worker) ? root.worker : {};
  return [
    ...nearMisses([], otherKeys, ["kuberay_version", "ray", "worker", "rbac"]),
    ...nearMisses(["worker"], Object.keys(worker), ["service_account", "image_pull_secrets"]),
    ...nearMisses(["worker", "service_account"], keysOf(worker.service_account), ["name"]),
    ...nearMisses(["rbac"], keysOf(root.rbac), ["manage_ray"]),
  ];
}

function keysOf(value: unknown): readonly string[] {
  return isPlainObject(value) ? Object.keys(value) : [];
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
    if (known.includes(key)) return [];
    const longer = known.filter(({ length }) => length > SHORT_KEY);
    const ofShort = parent.length === 0 ? 0 : MOST_CHANGES_OF_SHORT;
    const meant = closestName(key, known, ofShort) ?? closestName(key, longer, MOST_CHANGES);
    if (meant === undefined) return [];
    const path = [...parent, meant];
    return [
      {
        code: "misspelt-setting",
        document: "settings",
        path: [...parent, key],
        target: "key",
        message: `${showText(key)} is passed over: the setting is called ${formatPath(path)}.`,
        hint: `Write ${meant}, unless another program reads ${showText(key)}.`,
      },
    ];
  });
}
