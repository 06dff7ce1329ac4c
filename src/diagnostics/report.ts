import { defuse } from "./defuse.ts";
import type {
  Diagnostic,
  DocumentName,
  Finding,
  RelatedPlace,
  Source,
  SourceRange,
} from "./diagnostic.ts";
import type { LocatedFinding, ReportPart } from "./in-document-order.ts";
import { inDocumentOrder } from "./in-document-order.ts";
import type { Path } from "./path.ts";
import { formatPointer } from "./path.ts";
import { rangeOf } from "./range-of.ts";
import { severityOf } from "./severity-of.ts";
import { count } from "./show.ts";

/** How many diagnostics are reported at most; one more says how many were left out. */
export const MAXIMUM_DIAGNOSTICS = 50;

export interface ReportOptions {
  /** Report warnings as errors. Default false. */
  readonly strict?: boolean | undefined;
}

/**
 * Findings -> diagnostics: in document order (the request's, then the settings'), located, counted and frozen.
 * Document order is that of the text, and for objects that of their keys. What has no place in the text, such as an
 * override, comes first; so does a field that is missing in its object. Beyond 50 the rest is left out, warnings first,
 * and the last diagnostic says how many: an error, unless all are warnings, which forbid nothing by their number.
 */
export function report(
  findings: readonly Finding[],
  sources: readonly Source[],
  options: ReportOptions = {},
): readonly Diagnostic[] {
  return findings.length === 0 ? Object.freeze([]) : reportParts([{ findings, sources }], options);
}

/** One report on documents that have nothing to do with each other, such as those of one file: `report` for each in turn. */
export function reportParts(
  parts: readonly ReportPart[],
  options: ReportOptions = {},
): readonly Diagnostic[] {
  if (parts.every(({ findings }) => findings.length === 0)) return Object.freeze([]);
  const sorted = parts.flatMap(inDocumentOrder);
  const kept = capped(sorted);
  const diagnostics = kept.map((located) => toDiagnostic(located, options));
  const omitted = sorted.length - kept.length;
  if (omitted > 0) diagnostics.push(omission(omitted, diagnostics));
  return Object.freeze(diagnostics);
}

/** The first fifty; warnings give way to errors. */
function capped(sorted: readonly LocatedFinding[]): readonly LocatedFinding[] {
  if (sorted.length <= MAXIMUM_DIAGNOSTICS) return sorted;
  const isError = ({ finding }: LocatedFinding) => severityOf(finding) === "error";
  const errors = sorted.filter(isError).slice(0, MAXIMUM_DIAGNOSTICS);
  const warnings = sorted.filter((located) => !isError(located));
  const kept = new Set([...errors, ...warnings.slice(0, MAXIMUM_DIAGNOSTICS - errors.length)]);
  return sorted.filter((located) => kept.has(located));
}

function toDiagnostic(
  { finding, range, sources }: LocatedFinding,
  options: ReportOptions,
): Diagnostic {
  const related = finding.related?.map((place): RelatedPlace => {
    const placeRange = rangeOf(sources, place.document, place.path, "value");
    const placePath = fromRoot(place.path, place.document, sources);
    return Object.freeze({
      document: place.document,
      path: placePath,
      pointer: formatPointer(placePath),
      message: place.message,
      ...(placeRange === undefined ? {} : { range: frozenRange(placeRange) }),
    });
  });
  const path = fromRoot(finding.path, finding.document, sources);
  return Object.freeze({
    code: finding.code,
    severity: options.strict === true ? "error" : severityOf(finding),
    document: finding.document,
    path,
    pointer: formatPointer(path),
    message: finding.message,
    ...(finding.hint === undefined ? {} : { hint: finding.hint }),
    ...(range === undefined ? {} : { range: frozenRange(range) }),
    ...(related === undefined ? {} : { related: Object.freeze(related) }),
  });
}

/** A document may be part of what was given, and its paths start there. */
function fromRoot(path: Path, document: DocumentName, sources: readonly Source[]): Path {
  const root = sources.find((source) => source.document === document)?.root ?? [];
  return Object.freeze([...root, ...path]);
}

function frozenRange({ file, start, end }: SourceRange): SourceRange {
  return Object.freeze({
    file,
    start: Object.freeze({ ...start }),
    end: Object.freeze({ ...end }),
  });
}

function omission(omitted: number, kept: readonly Diagnostic[]): Diagnostic {
  const { document = "request", range } = kept.at(-1) ?? {};
  const isManifest = document === "manifest";
  const where = isManifest && range !== undefined ? ` of ${defuse(range.file)}` : "";
  return Object.freeze({
    code: "diagnostics-omitted",
    severity: kept.some(({ severity }) => severity === "error") ? "error" : "warning",
    document,
    path: Object.freeze([]),
    pointer: "",
    message: `${count(omitted, "more diagnostic")}${where} ${omitted === 1 ? "was" : "were"} left out.`,
    hint: `Fix the ones above and ${isManifest ? "validate" : "compile"} again.`,
  });
}
