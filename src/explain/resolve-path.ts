import { apiFor } from "../api/api-for.ts";
import type { ApiType } from "../api/api-type.ts";
import { memberType } from "../api/member-type.ts";
import { isList, ownField, ownText } from "../diagnostics/own-field.ts";
import type { Path } from "../diagnostics/path.ts";
import { formatPath } from "../diagnostics/path.ts";
import type { PlainData } from "../diagnostics/plain-data.ts";
import { didYouMean } from "../diagnostics/suggest.ts";
import type { ItemNaming } from "../diff/compare/item-naming.ts";
import { itemNaming } from "../diff/compare/item-naming.ts";
import { nameItems } from "../diff/compare/name-items.ts";
import { newestKuberay } from "../kuberay/releases.ts";

/** A path in keys and indexes, or why a text is none in this manifest. */
export type ResolvedPath =
  | { readonly ok: true; readonly path: Path }
  | { readonly ok: false; readonly problem: string; readonly hint?: string };

/** A key; what stands in brackets; an index. */
type Step = { readonly key: string } | { readonly bracket: string } | number;

/**
 * Reads a path in every spelling that reports print, items of lists by index or by name:
 * `spec.workerGroupSpecs[0].replicas`, `spec.workerGroupSpecs[worker-group-0].replicas`, `ports[6379/TCP]`,
 * `limits["nvidia.com/gpu"]`, `(manifest)`, and without `spec.` before it. Undefined for what is no path.
 */
export function resolvePath(text: string, manifest: PlainData): ResolvedPath | undefined {
  const steps = withSpec(text === ROOT ? [] : stepsOf(text), manifest);
  if (steps === undefined) return undefined;
  const path: (string | number)[] = [];
  let type = rootType(manifest);
  let naming: ItemNaming | undefined;
  let data: PlainData | undefined = manifest;
  for (const step of steps) {
    if (isList(data) && typeof step !== "number") {
      const name = "key" in step ? step.key : step.bracket;
      const names = itemNames(data, naming);
      const index = names.indexOf(name);
      if (index === -1) return missingItem(path, name, names);
      path.push(index);
    } else {
      path.push(typeof step === "number" ? step : "key" in step ? step.key : step.bracket);
    }
    const last = path.at(-1) ?? "";
    data = isList(data) ? data[Number(last)] : ownField(data, String(last));
    const owner: ApiType | undefined = type;
    type = owner?.kind === "list" ? owner.items.type : memberType(owner, String(last));
    naming =
      owner?.kind === "object" && type?.kind === "list"
        ? itemNaming(type, owner.name, String(last))
        : undefined;
  }
  return { ok: true, path };
}

const ROOT = "(manifest)";
const STEP =
  /\.?([A-Za-z_$][A-Za-z0-9_$-]*)|\[(\d{1,9})\]|\[("(?:[^"\\]|\\.)*")\]|\[([^[\]"]{1,200})\]/y;

function stepsOf(text: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  const step = new RegExp(STEP);
  while (step.lastIndex < text.length) {
    const match = step.exec(text);
    if (match === null) return undefined;
    const [, key, index, quoted, item] = match;
    if (key !== undefined) steps.push({ key });
    else if (index !== undefined) steps.push(Number(index));
    else if (quoted === undefined) steps.push({ bracket: item ?? "" });
    else {
      const bracket = unquoted(quoted);
      if (bracket === undefined) return undefined;
      steps.push({ bracket });
    }
  }
  return steps;
}

function unquoted(text: string): string | undefined {
  try {
    return String(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** `workerGroupSpecs[0]` for `spec.workerGroupSpecs[0]`: what is not in the manifest but in its spec is meant there. */
function withSpec(
  steps: readonly Step[] | undefined,
  manifest: PlainData,
): readonly Step[] | undefined {
  const [first] = steps ?? [];
  if (first === undefined || typeof first === "number" || !("key" in first)) return steps;
  const isInSpec =
    ownField(manifest, first.key) === undefined &&
    ownField(ownField(manifest, "spec"), first.key) !== undefined;
  return isInSpec ? [{ key: "spec" }, ...(steps ?? [])] : steps;
}

/** The kind at the newest release: what paths of a manifest are read by. */
function rootType(manifest: PlainData): ApiType | undefined {
  const answer = apiFor({
    kind: ownText(manifest, "kind") ?? "RayCluster",
    apiVersion: "ray.io/v1",
    kuberayVersion: newestKuberay,
  });
  return answer.ok ? answer.api.root : undefined;
}

/** The names of a list's items, as paths call them, each at the index of its item. */
function itemNames(list: readonly PlainData[], naming: ItemNaming | undefined): readonly string[] {
  if (naming === undefined) return [];
  if (naming.isSet) return list.map((item) => naming.nameOf(item) ?? "");
  const names = new Map([...nameItems(list, naming)].map(([name, { index }]) => [index, name]));
  return list.map((_item, index) => names.get(index) ?? "");
}

function missingItem(path: Path, name: string, names: readonly string[]): ResolvedPath {
  const place = `${formatPath(path)}[${name}]`;
  const known = names.filter((each) => each !== "");
  const list =
    known.length === 0 ? "Name its items by index." : `The entries are ${known.join(", ")}.`;
  return {
    ok: false,
    problem: `The manifest has no ${place}.`,
    hint: didYouMean(name, known) ?? list,
  };
}
