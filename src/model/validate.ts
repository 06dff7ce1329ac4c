import type * as z from "zod";
import type { DocumentName, Finding } from "../diagnostics/diagnostic.ts";
import type { Path } from "../diagnostics/path.ts";
import { formatPath } from "../diagnostics/path.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { describeIssue } from "./describe-issue.ts";
import type { FieldProblem } from "./fields.ts";
import { knownKeys } from "./known-keys.ts";
import type { ExplainedKey } from "./unknown-keys/explain-unknown-keys.ts";
import {
  explainKey,
  unknownFieldFinding,
  withoutExplained,
} from "./unknown-keys/explain-unknown-keys.ts";

/** One document after validation: typed where it is sound, and every mistake of a single field. */
export type Validated<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Checks plain data against a schema; every issue becomes a finding in the project's own words. */
export function validate<T>(
  schema: z.ZodType<T>,
  data: unknown,
  document: DocumentName,
): Validated<T> {
  const result = schema.safeParse(data);
  if (result.success) return { ok: true, value: result.data };
  const issues = [...result.error.issues, ...hiddenIssues(schema, data, result.error.issues)];
  const unknown = issues.flatMap((issue) => unknownKeys(issue, schema, data, document));
  const findings = [
    ...issues.flatMap((issue) => findingsOf(issue, data, document)),
    ...unknown.map(unknownFieldFinding),
  ];
  const read = (path: Path) => valueAt(data, path);
  return { ok: false, findings: withoutExplained(withoutLooserBounds(findings), unknown, read) };
}

/**
 * What our own checks of an object would have said, had zod not passed over them because a member of it is unknown or has
 * the wrong type. A second look without those members tells.
 */
function hiddenIssues(
  schema: z.ZodType,
  data: unknown,
  issues: readonly z.core.$ZodIssue[],
): readonly z.core.$ZodIssue[] {
  const refused = issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...issue.path, key]);
    return issue.code === "invalid_type" ? [issue.path] : [];
  });
  if (refused.length === 0) return [];
  const known = new Set(issues.filter(({ code }) => code === "custom").map(placeAndText));
  const again = schema.safeParse(withoutMembers(data, refused));
  return (again.error?.issues ?? []).filter(
    (issue) => issue.code === "custom" && !known.has(placeAndText(issue)),
  );
}

function placeAndText(issue: z.core.$ZodIssue): string {
  const problem: unknown = issue.code === "custom" ? issue.params?.problem : undefined;
  return JSON.stringify([issue.path, problem]);
}

/** A copy without the members at some paths; entries of lists stay, so that the places of the others hold. */
function withoutMembers(data: unknown, paths: readonly (readonly PropertyKey[])[]): unknown {
  const copy: unknown = structuredCopy(data);
  for (const path of paths) {
    const parent = valueAt(copy, path.slice(0, -1));
    const key = path.at(-1);
    if (isPlainObject(parent) && key !== undefined) Reflect.deleteProperty(parent, key);
  }
  return copy;
}

function structuredCopy(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(structuredCopy);
  if (!isPlainObject(data)) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, member]) => [key, structuredCopy(member)]),
  );
}

/** A whole number beyond every bound breaks that of safe integers too; the last, tightest bound says it best. */
function withoutLooserBounds(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding, index) => {
    const next = findings[index + 1];
    if (finding.code !== "number-out-of-range" || next?.code !== finding.code) return true;
    return formatPath(next.path) !== formatPath(finding.path);
  });
}

function unknownKeys(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  data: unknown,
  document: DocumentName,
): readonly ExplainedKey[] {
  if (issue.code !== "unrecognized_keys") return [];
  const parent = pathOf(issue);
  const known = knownKeys(schema, parent);
  return issue.keys.map((key) => {
    const path = [...parent, key];
    return explainKey({ document, path, value: valueAt(data, path), known });
  });
}

function findingsOf(
  issue: z.core.$ZodIssue,
  data: unknown,
  document: DocumentName,
): readonly Finding[] {
  if (issue.code === "unrecognized_keys") return [];
  const path = pathOf(issue);
  if (issue.code === "custom") {
    const { code, message, hint, target } = problemOf(issue);
    return [{ code, document, path, message, hint, ...(target === undefined ? {} : { target }) }];
  }
  return [{ document, path, ...describeIssue(issue, path, valueAt(data, path)) }];
}

function pathOf(issue: z.core.$ZodIssue): Path {
  return issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
}

function problemOf(issue: z.core.$ZodIssueCustom): FieldProblem {
  const problem: unknown = issue.params?.problem;
  if (!isFieldProblem(problem))
    throw new TypeError("A check reported an issue of an unknown form.");
  return problem;
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isPlainObject(value) && typeof value.code === "string";
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
