import { compile } from "../compile.ts";
import type { CompileOptions, CompileResult } from "../compile-documents.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";

/** What the documents compile to once everything that is refused is out of them. */
export interface Settled {
  readonly result: CompileResult;
  /** Why each field that went was refused. */
  readonly refused: readonly Diagnostic[];
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
  const refused: Diagnostic[] = [];
  for (let round = 0; ; round++) {
    const result = compile(request, settings, options);
    if (result.ok || round === MAXIMUM_ROUNDS) return { result, refused };
    const removed = result.diagnostics.filter((each) => {
      if (each.severity !== "error") return false;
      if (each.document === "request") return remove(request, each.path);
      return each.document === "settings" && settingsAreOurs && remove(settings, each.path);
    });
    if (removed.length === 0) return { result, refused };
    refused.push(...removed);
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

/** Takes out what a path leads to; what is required, with the part that requires it where that is optional. */
function remove(document: unknown, path: Path): boolean {
  const [key] = path.slice(-1);
  if (key === undefined) return false;
  const within = path.slice(0, -1);
  if (typeof key === "string" && REQUIRED.includes(key) && path[0] !== "worker") {
    return OPTIONAL_PARTS.some((part) => path.includes(part)) && remove(document, within);
  }
  let parent: unknown = document;
  for (const step of within) {
    if (Array.isArray(parent)) parent = parent[Number(step)];
    else if (isPlainObject(parent) && Object.hasOwn(parent, step)) parent = parent[step];
    else return false;
  }
  if (Array.isArray(parent)) {
    if (path.at(-2) === "scaling_groups") return false;
    parent.splice(Number(key), 1);
    return true;
  }
  if (!isPlainObject(parent)) return false;
  // What is missing cannot go; then the part that misses it must.
  if (!Object.hasOwn(parent, key)) return within.length > 1 && remove(document, within);
  return Reflect.deleteProperty(parent, key);
}

const OPTIONAL_PARTS: readonly string[] = Object.freeze(["volumes", "requests", "accelerators"]);
