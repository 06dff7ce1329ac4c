import type { PlainData, PlainObject } from "../../../src/diagnostics/plain-data.ts";

export interface PatchOperation {
  readonly op: string;
  /** A JSON Pointer. */
  readonly path: string;
  readonly value?: PlainData;
}

/** The object with a JSON Patch of add, replace and remove (RFC 6902). */
export function applyPatch(base: PlainObject, patch: readonly PatchOperation[]): PlainObject {
  const copy: Record<string, unknown> = structuredClone(base);
  for (const { op, path, value } of patch) {
    const steps = path.slice(1).split("/").map(unescapeStep);
    const last = steps.pop() ?? "";
    const parent = steps.reduce<unknown>((node, step) => Reflect.get(Object(node), step), copy);
    if (Array.isArray(parent)) {
      const index = last === "-" ? parent.length : Number(last);
      parent.splice(index, op === "add" ? 0 : 1, ...(op === "remove" ? [] : [value]));
    } else if (op === "remove") Reflect.deleteProperty(Object(parent), last);
    else Reflect.set(Object(parent), last, structuredClone(value));
  }
  return JSON.parse(JSON.stringify(copy));
}

function unescapeStep(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
