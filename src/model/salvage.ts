import type { Finding } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { schemaAt } from "./known-keys.ts";
import type { Loose } from "./loose.ts";
import * as z from "./schema-language.ts";
import { structuredCopy } from "./structured-copy.ts";

/**
 * What is left of a document that validation refused, so that the laws across fields can still be checked and all
 * mistakes come back at once. A number that is wrong is NaN: no comparison with it holds, so no law speaks of it a
 * second time. An object or a list that is wrong is an empty one, a text or a flag that is wrong is left out.
 */
export function salvage<T>(
  schema: z.Schema<T>,
  data: unknown,
  findings: readonly Finding[],
): Loose<T> {
  const copy = { root: structuredCopy(data) };
  for (const { code, path } of findings) {
    if (code !== "missing-field") replace(copy, ["root", ...path], standIn(schemaAt(schema, path)));
  }
  // What the schema refuses is gone, so that the rest has the types that it gives.
  return (isPlainObject(copy.root) ? copy.root : {}) as Loose<T>;
}

/** What stands for a value of unknown meaning; undefined where it is better left out. */
function standIn(schema: z.Schema | undefined): unknown {
  if (schema instanceof z.NumberSchema) return Number.NaN;
  if (schema instanceof z.ObjectSchema) return {};
  if (schema instanceof z.ListSchema) return schema.element instanceof z.ObjectSchema ? [{}] : [];
  return undefined;
}

function replace(root: object, path: Path, value: unknown): void {
  let parent: unknown = root;
  for (const step of path.slice(0, -1)) parent = memberOf(parent, step);
  const last = path.at(-1);
  if (typeof parent !== "object" || parent === null || last === undefined) return;
  if (value !== undefined) Reflect.set(parent, last, value);
  else if (Array.isArray(parent)) Reflect.set(parent, last, {});
  else Reflect.deleteProperty(parent, last);
}

function memberOf(parent: unknown, step: string | number): unknown {
  if (typeof parent !== "object" || parent === null || !Object.hasOwn(parent, step)) {
    return undefined;
  }
  return Reflect.get(parent, step);
}
