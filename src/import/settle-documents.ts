import { meansSomethingEmpty } from "../api/empty-meanings.ts";
import { compile } from "../compile.ts";
import type { CompileOptions, CompileResult } from "../compile-documents.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { valueAt } from "../model/value-at.ts";

/** What the documents compile to once everything that is refused is out of them. */
export interface Settled {
  readonly result: CompileResult;
  /** What went, and why. */
  readonly refused: readonly Refusal[];
}

/** A field that was taken out of its document. */
export interface Refusal {
  readonly diagnostic: Diagnostic;
  /** What it said; undefined where it was missing. */
  readonly value: unknown;
}

/** Each round takes one field out at least. */
const MAXIMUM_ROUNDS = 60;

/**
 * Compiles, and takes out of the documents, which are changed in place, what is refused, until nothing is or what is
 * refused cannot go. The settings are left alone unless they are ours.
 */
export function settleDocuments(
  request: object,
  settings: unknown,
  settingsAreOurs: boolean,
  options: CompileOptions,
): Settled {
  const refused: Refusal[] = [];
  for (let round = 0; ; round++) {
    const result = compile(request, settings, options);
    if (result.ok || round === MAXIMUM_ROUNDS) return { result, refused };
    // All places are found before anything goes: what goes from a list moves the items behind it.
    const removals = result.diagnostics.flatMap((each) => {
      const isOurs = each.document === "request" || settingsAreOurs;
      if (each.severity !== "error" || !isOurs) return [];
      const document = each.document === "request" ? request : settings;
      const removal = removalOf(document, each.path);
      const refusal = { diagnostic: each, value: valueAt(document, each.path) };
      return removal === undefined ? [] : [{ refusal, removal }];
    });
    if (!removals.map(({ removal }) => removal()).includes(true)) return { result, refused };
    refused.push(...removals.map(({ refusal }) => refusal));
  }
}

/** Fields that a request cannot be without, and what stands for them where they are refused. */
const REQUIRED: readonly string[] = Object.freeze([
  "name",
  "image",
  "config",
  "cpu",
  "memory_gb",
  "min_workers",
  "max_workers",
  "worker_nodes",
  "head_node",
  "node_config",
  "n_nodes",
  "scaling_groups",
  "mount_path",
  "resource",
]);

/** Takes something out of its document; false where it is gone already. */
type Removal = () => boolean;

/** How to take out what a path leads to; what is required, with the part that requires it where that is optional. */
function removalOf(document: unknown, path: Path): Removal | undefined {
  const [key] = path.slice(-1);
  if (key === undefined) return undefined;
  const within = path.slice(0, -1);
  if (typeof key === "string" && REQUIRED.includes(key) && path[0] !== "worker") {
    return OPTIONAL_PARTS.some((part) => path.includes(part))
      ? removalOf(document, within)
      : undefined;
  }
  let parent: unknown = document;
  const owners: unknown[] = [];
  for (const step of within) {
    owners.push(parent);
    if (Array.isArray(parent)) parent = parent[Number(step)];
    else if (isPlainObject(parent) && Object.hasOwn(parent, step)) parent = parent[step];
    else return undefined;
  }
  // Of another template only the whole of it: what is empty in a pod or a job often says something.
  const isEmptiable = path[0] === "cluster_template" || TEMPLATES.includes(String(within.at(-1)));
  const emptied = () => {
    if (isEmptiable) dropEmptied([...owners, parent], within);
    return true;
  };
  if (Array.isArray(parent)) {
    if (path.at(-2) === "scaling_groups") return undefined;
    const removal = removalOfItem(parent, Number(key));
    return removal === undefined ? undefined : () => removal() && emptied();
  }
  if (!isPlainObject(parent)) return undefined;
  const owner = parent;
  // What is missing cannot go; then the part that misses it must.
  if (!Object.hasOwn(owner, key)) {
    return within.length > 1 ? removalOf(document, within) : undefined;
  }
  return () => Object.hasOwn(owner, key) && Reflect.deleteProperty(owner, key) && emptied();
}

function removalOfItem(list: unknown[], index: number): Removal | undefined {
  if (index >= list.length) return undefined;
  const item = list[index];
  return () => {
    const now = list.indexOf(item);
    if (now >= 0) list.splice(now, 1);
    return now >= 0;
  };
}

const TEMPLATES: readonly string[] = Object.freeze([
  "job_template",
  "service_template",
  "pod_template",
]);

/**
 * Takes out of a template what says nothing any more.
 * @param owners the request, and what stands in it at each step of the path
 */
function dropEmptied(owners: readonly unknown[], path: Path): void {
  for (let depth = path.length; depth > 0; depth--) {
    const [owner, emptied, field] = [owners[depth - 1], owners[depth], path[depth - 1]];
    const type = TYPES[String(path[depth - 2])];
    if (type !== undefined && meansSomethingEmpty(type, String(field))) return;
    if (!saysNothing(emptied)) return;
    if (Array.isArray(owner)) removalOfItem(owner, owner.indexOf(emptied))?.();
    else if (isPlainObject(owner)) Reflect.deleteProperty(owner, String(field));
  }
}

/** The types, by where they stand, that have fields which say something by being there. */
const TYPES: Readonly<Record<string, string>> = Object.freeze({
  spec: "RayClusterSpec",
  autoscalerOptions: "AutoscalerOptions",
});

/** What is empty, and a group that has nothing but its name. */
function saysNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isPlainObject(value) && Object.keys(value).every((key) => key === "groupName");
}

const OPTIONAL_PARTS: readonly string[] = Object.freeze(["volumes", "requests", "accelerators"]);
