import type { Path } from "../diagnostics/path.ts";
import { formatPath } from "../diagnostics/path.ts";
import { isPlainObject } from "../diagnostics/plain-data.ts";
import { describeIssue } from "./describe-issue.ts";
import type { FieldProblem } from "./fields.ts";
import { memberAt } from "./known-keys.ts";
import type * as z from "./schema-language.ts";
import { structuredCopy } from "./structured-copy.ts";
import { valueAt } from "./value-at.ts";

/** Data as a schema judges it: typed where it is sound, else every mistake in the project's own words. */
export type Judged<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly problems: readonly PlacedProblem[];
      /** Keys that the schema does not know; what they mean is for the caller to say. */
      readonly unknownKeys: readonly Path[];
    };

export interface PlacedProblem extends FieldProblem {
  readonly path: Path;
}

/** Checks plain data against a schema. */
export function judgeFields<T>(schema: z.Schema<T>, data: unknown): Judged<T> {
  const read = schema.read(data);
  if (read.ok) return read;
  const { issues: told } = read;
  const issues = withoutExplained([...told, ...hiddenIssues(schema, data, told)], data);
  return {
    ok: false,
    problems: withoutLooserBounds(issues.flatMap((issue) => problemsOf(issue, data))),
    unknownKeys: issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...pathOf(issue), key]) : [],
    ),
  };
}

/**
 * What our own checks of an object would have said, had the schema not passed over them because a member of it is unknown,
 * missing or has the wrong type. A second look tells: without those members, or with stand-ins for those that must be there. Of an
 * object with a stand-in only what else is missing counts.
 */
function hiddenIssues(
  schema: z.Schema,
  data: unknown,
  issues: readonly z.Issue[],
): readonly z.Issue[] {
  const refused = issues.flatMap((issue): readonly Replacement[] => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ path: [...issue.path, key], standIn: undefined }));
    }
    if (issue.code !== "invalid_type") return [];
    const standIn = isRequired(schema, pathOf(issue)) ? STAND_INS.get(issue.expected) : undefined;
    return [{ path: issue.path, standIn }];
  });
  if (refused.length === 0) return [];
  const known = new Set(issues.filter(({ code }) => code === "custom").map(placeAndText));
  const again = schema.read(withReplacements(data, refused));
  if (again.ok) return [];
  const stoodIn = new Set<string>();
  for (const { path, standIn } of refused) {
    if (standIn === undefined) continue;
    stoodIn.add(JSON.stringify(path));
    stoodIn.add(JSON.stringify(path.slice(0, -1)));
  }
  return again.issues.filter((issue) => {
    if (issue.code !== "custom" || known.has(placeAndText(issue))) return false;
    return problemOf(issue).lacks !== undefined || !stoodIn.has(JSON.stringify(issue.path));
  });
}

/** What takes the place of a member that is refused: nothing, or a value of the right type. */
interface Replacement {
  readonly path: readonly PropertyKey[];
  readonly standIn: string | number | undefined;
}

/** By the type that is expected. */
const STAND_INS: ReadonlyMap<string, string | number> = new Map<string, string | number>([
  ["string", ""],
  ["number", 1],
  ["int", 1],
]);

function isRequired(schema: z.Schema, path: Path): boolean {
  return memberAt(schema, path)?.isOptional === false;
}

/** Where a key is unknown or a field has the wrong type, that one of several fields is missing is the same mistake told again. */
function withoutExplained(issues: readonly z.Issue[], data: unknown): readonly z.Issue[] {
  const misspelt = new Set<string>();
  const mistyped = new Set<string>();
  for (const { code, path } of issues) {
    if (code === "unrecognized_keys") misspelt.add(JSON.stringify(path));
    if (code === "invalid_type" && valueAt(data, path) !== undefined) {
      mistyped.add(JSON.stringify(path));
    }
  }
  return issues.filter((issue) => {
    const lacks = issue.code === "custom" ? problemOf(issue).lacks : undefined;
    if (lacks === undefined || misspelt.has(JSON.stringify(issue.path))) return lacks === undefined;
    return !lacks.some((field) => mistyped.has(JSON.stringify([...issue.path, field])));
  });
}

function placeAndText(issue: z.Issue): string {
  const problem: unknown = issue.code === "custom" ? issue.params.problem : undefined;
  return JSON.stringify([issue.path, problem]);
}

/** A copy with other members at some paths; entries of lists stay, so that the places of the others hold. */
function withReplacements(data: unknown, replacements: readonly Replacement[]): unknown {
  const copy: unknown = structuredCopy(data);
  for (const { path, standIn } of replacements) {
    const parent = valueAt(copy, path.slice(0, -1));
    const key = path.at(-1);
    if (!isPlainObject(parent) || key === undefined) continue;
    if (standIn === undefined) Reflect.deleteProperty(parent, key);
    else Reflect.set(parent, key, standIn);
  }
  return copy;
}

function problemsOf(issue: z.Issue, data: unknown): readonly PlacedProblem[] {
  if (issue.code === "unrecognized_keys") return [];
  const path = pathOf(issue);
  if (issue.code === "custom") return [{ ...problemOf(issue), path }];
  return [{ path, ...describeIssue(issue, path, valueAt(data, path)) }];
}

function pathOf(issue: z.Issue): Path {
  return issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
}

/** A whole number beyond every bound breaks that of safe integers too; the last, tightest bound says it best. */
function withoutLooserBounds(problems: readonly PlacedProblem[]): readonly PlacedProblem[] {
  return problems.filter((problem, index) => {
    const next = problems[index + 1];
    if (problem.code !== "number-out-of-range" || next?.code !== problem.code) return true;
    return formatPath(next.path) !== formatPath(problem.path);
  });
}

function problemOf(issue: z.CustomIssue): FieldProblem {
  const { problem } = issue.params;
  if (!isFieldProblem(problem))
    throw new TypeError("A check reported an issue of an unknown form.");
  return problem;
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isPlainObject(value) && typeof value.code === "string";
}
