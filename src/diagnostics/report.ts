import type { Severity } from "./codes.ts";
import { diagnosticCodes } from "./codes.ts";
import type { Diagnostic, DocumentName, Finding, RelatedPlace, Source } from "./diagnostic.ts";
import type { Path } from "./path.ts";
import { formatPointer } from "./path.ts";
import { count } from "./show.ts";

/** How many diagnostics are reported at most; one more says how many were left out. */
export const MAXIMUM_DIAGNOSTICS = 50;

export interface ReportOptions {
  /** Report warnings as errors. Default false. */
  readonly strict?: boolean | undefined;
}

/**
 * Findings -> diagnostics: in document order (the request's, then the settings'), located, counted and frozen.
 * Beyond 50 the rest is left out, warnings first, and the last diagnostic says how many.
 */
export function report(
  findings: readonly Finding[],
  sources: readonly Source[],
  options: ReportOptions = {},
): readonly Diagnostic[] {
  const order = (finding: Finding) =>
    sources.findIndex((source) => source.document === finding.document);
  const dataOf = (finding: Finding) => sources[order(finding)]?.data;
  const sorted = [...findings].sort(
    (left, right) => order(left) - order(right) || comparePlaces(left, right, dataOf(left)),
  );
  const kept = capped(sorted);
  const diagnostics = kept.map((finding) => toDiagnostic(finding, sources, options));
  const omitted = sorted.length - kept.length;
  if (omitted > 0) diagnostics.push(omission(omitted, kept));
  return Object.freeze(diagnostics);
}

function comparePlaces(left: Finding, right: Finding, data: unknown): number {
  if (left.range !== undefined && right.range !== undefined) {
    const [from, to] = [left.range.start, right.range.start];
    return from.line - to.line || from.column - to.column;
  }
  if (left.range !== undefined) return -1;
  if (right.range !== undefined) return 1;
  return comparePaths(left.path, right.path, data);
}

/** Document order of two places: an object's own key order; a field that is missing comes first in its object. */
function comparePaths(left: Path, right: Path, data: unknown): number {
  let node = data;
  for (let depth = 0; ; depth++) {
    const leftStep = left[depth];
    const rightStep = right[depth];
    if (leftStep === undefined || rightStep === undefined) return left.length - right.length;
    if (leftStep !== rightStep) return positionOf(leftStep, node) - positionOf(rightStep, node);
    node = childOf(node, leftStep);
  }
}

function positionOf(step: string | number, parent: unknown): number {
  if (typeof step === "number") return step;
  return typeof parent === "object" && parent !== null ? Object.keys(parent).indexOf(step) : -1;
}

function childOf(parent: unknown, step: string | number): unknown {
  if (typeof parent !== "object" || parent === null) return undefined;
  return Object.getOwnPropertyDescriptor(parent, step)?.value;
}

/** The first fifty; warnings give way to errors. */
function capped(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAXIMUM_DIAGNOSTICS) return findings;
  const isError = (finding: Finding) => severityOf(finding) === "error";
  const errors = findings.filter(isError).slice(0, MAXIMUM_DIAGNOSTICS);
  const warnings = findings.filter((finding) => !isError(finding));
  const kept = new Set([...errors, ...warnings.slice(0, MAXIMUM_DIAGNOSTICS - errors.length)]);
  return findings.filter((finding) => kept.has(finding));
}

function severityOf(finding: Finding): Severity {
  return diagnosticCodes[finding.code].severity;
}

function toDiagnostic(
  finding: Finding,
  sources: readonly Source[],
  options: ReportOptions,
): Diagnostic {
  const range = finding.range ?? rangeOf(sources, finding.document, finding.path, finding.target);
  const related = finding.related?.map((place): RelatedPlace => {
    const placeRange = rangeOf(sources, place.document, place.path, "value");
    return Object.freeze({
      document: place.document,
      path: Object.freeze([...place.path]),
      pointer: formatPointer(place.path),
      message: place.message,
      ...(placeRange === undefined ? {} : { range: placeRange }),
    });
  });
  return Object.freeze({
    code: finding.code,
    severity: options.strict === true ? "error" : severityOf(finding),
    document: finding.document,
    path: Object.freeze([...finding.path]),
    pointer: formatPointer(finding.path),
    message: finding.message,
    ...(finding.hint === undefined ? {} : { hint: finding.hint }),
    ...(range === undefined ? {} : { range }),
    ...(related === undefined ? {} : { related: Object.freeze(related) }),
  });
}

function rangeOf(
  sources: readonly Source[],
  document: DocumentName,
  path: Path,
  target: Finding["target"],
) {
  const source = sources.find((candidate) => candidate.document === document);
  return source?.rangeOf?.(path, target ?? "value");
}

function omission(omitted: number, kept: readonly Finding[]): Diagnostic {
  return Object.freeze({
    code: "diagnostics-omitted",
    severity: "error",
    document: kept.at(-1)?.document ?? "request",
    path: Object.freeze([]),
    pointer: "",
    message: `${count(omitted, "more diagnostic")} ${omitted === 1 ? "was" : "were"} left out.`,
    hint: "Mend the ones above and compile again.",
  });
}
