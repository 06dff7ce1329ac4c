import type { DocumentName } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { judgeFields } from "./judge-fields.ts";
import { knownKeys } from "./known-keys.ts";
import { salvage } from "./salvage.ts";
import type * as z from "./schema-language.ts";
import {
  explainedPlaces,
  explainKey,
  unknownFieldFinding,
  withoutExplained,
} from "./unknown-keys/explain-unknown-keys.ts";
import type { Validated } from "./validated.ts";
import { valueAt } from "./value-at.ts";

/** Checks plain data against a schema; every issue becomes a finding in the project's own words. */
export function validate<T>(
  schema: z.Schema<T>,
  data: unknown,
  document: DocumentName,
): Validated<T> {
  const judged = judgeFields(schema, data);
  if (judged.ok) return judged;
  const unknown = judged.unknownKeys.map((path) => {
    const parent = path.slice(0, -1);
    const known = knownKeys(schema, parent);
    const empty = emptyFields(valueAt(data, parent), known);
    return explainKey({ document, path, value: valueAt(data, path), known, empty });
  });
  const all = [
    ...judged.problems.map((problem) => ({ document, ...problem })),
    ...unknown.map(unknownFieldFinding),
  ];
  const read = (path: Path) => valueAt(data, path);
  const findings = withoutExplained(all, unknown, read);
  const salvaged = salvage(schema, data, findings);
  return { ok: false, findings, salvaged, explained: explainedPlaces(unknown, read) };
}

/** Fields that hold nothing: what belongs below them may not be indented. */
function emptyFields(object: unknown, known: readonly string[]): readonly string[] {
  return isPlainObject(object) ? known.filter((field) => object[field] === null) : [];
}
