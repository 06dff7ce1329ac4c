import type { DocumentName, Finding } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import { formatPath } from "../diagnostics/path.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import type { PlacedProblem } from "./judge-fields.ts";
import { judgeFields } from "./judge-fields.ts";
import { knownKeys, memberAt } from "./known-keys.ts";
import { salvage } from "./salvage.ts";
import type * as z from "./schema-language.ts";
import {
  explainedPlaces,
  explainKey,
  unknownFieldFinding,
  withoutExplained,
} from "./unknown-keys/explain-unknown-keys.ts";
import type { MisspeltObject } from "./unknown-keys/misspelt-objects.ts";
import {
  findingsBelow,
  misspeltObjects,
  withMeantFields,
} from "./unknown-keys/misspelt-objects.ts";
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
  const own = [
    ...judged.problems.map((problem) => ({
      document,
      ...(document === "config" ? problem : withWayOut(problem, schema, data)),
    })),
    ...unknown.map(unknownFieldFinding),
  ];
  const read = (path: Path) => valueAt(data, path);
  const findings = withoutExplained(own, unknown, read);
  const salvaged = salvage(schema, data, findings);
  const below = belowMisspelt(schema, data, document, misspeltObjects(unknown, data));
  return {
    ok: false,
    findings: [...findings, ...below],
    salvaged,
    explained: explainedPlaces(unknown, read),
  };
}

/** What is wrong below misspelt keys, as if they were right: every look goes deeper than the one before. */
function belowMisspelt<T>(
  schema: z.Schema<T>,
  data: unknown,
  document: DocumentName,
  misspelt: readonly MisspeltObject[],
): readonly Finding[] {
  if (misspelt.length === 0) return [];
  const again = validate(schema, withMeantFields(data, misspelt), document);
  return again.ok ? [] : findingsBelow(again.findings, misspelt);
}

/** An empty text is what templates make of a value that is not set: where a field may be left out, that is a cure too. */
function withWayOut(problem: PlacedProblem, schema: z.Schema, data: unknown): PlacedProblem {
  const { path, hint } = problem;
  if (hint === undefined || valueAt(data, path) !== "" || / leave /.test(hint)) return problem;
  if (memberAt(schema, path)?.isOptional !== true) return problem;
  const wayOut = `leave ${formatPath(path.slice(-1))} out.`;
  const together = hint.endsWith(".")
    ? `${hint.slice(0, -1)}, or ${wayOut}`
    : `${hint} Or ${wayOut}`;
  return { ...problem, hint: together };
}

/** Fields that hold nothing: what belongs below them may not be indented. */
function emptyFields(object: unknown, known: readonly string[]): readonly string[] {
  return isPlainObject(object) ? known.filter((field) => object[field] === null) : [];
}
