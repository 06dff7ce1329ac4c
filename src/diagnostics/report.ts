import { defuse } from "./defuse.ts";
import type {
  Diagnostic,
  DocumentName,
  Finding,
  RelatedPlace,
  Source,
  SourceRange,
} from "./diagnostic.ts";
import type { Path } from "./path.ts";
import { formatPointer } from "./path.ts";
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

/** What was found in some documents. */
export interface ReportPart {
  readonly findings: readonly Finding[];
  readonly sources: readonly Source[];
}

/** One report on documents that have nothing to do with each other, such as those of one file: `report` for each in turn. */
export function reportParts(
  parts: readonly ReportPart[],
  options: ReportOptions = {},
): readonly Diagnostic[] {
  if (parts.every(({ findings }) => findings.length === 0)) return Object.freeze([]);
  const sorted = parts.flatMap(locateAll);
  const kept = capped(sorted);
  const diagnostics = kept.map((located) => toDiagnostic(located, options));
  const omitted = sorted.length - kept.length;
  if (omitted > 0) diagnostics.push(omission(omitted, diagnostics));
  return Object.freeze(diagnostics);
}

function locateAll({ findings, sources }: ReportPart): readonly LocatedFinding[] {
  const members: Members = new Map();
  return withoutEchoes(findings)
    .map((finding) => locate(finding, sources, members))
    .sort(comparePlaces);
}

/** A finding and where it stands. */
interface LocatedFinding {
  readonly finding: Finding;
  /** The documents among which its own is. */
  readonly sources: readonly Source[];
  /** The place of its document among the sources. */
  readonly documentIndex: number;
  readonly range: SourceRange | undefined;
  /** The path in numbers: where each step stands among the members of its parent, -1 for one that is missing. */
  readonly positions: readonly number[];
}

/** How a value was read says nothing more where the value is refused. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const placeOf = ({ document, path }: Finding) => JSON.stringify([document, path]);
  const isSurprise = ({ code }: Finding) => code === "surprising-yaml";
  if (!findings.some(isSurprise)) return findings;
  const refused = new Set(findings.filter((finding) => !isSurprise(finding)).map(placeOf));
  return findings.filter((finding) => !isSurprise(finding) || !refused.has(placeOf(finding)));
}

/** Where each key stands among the keys of an object, for those that were asked for. */
type Members = Map<object, ReadonlyMap<string, number>>;

function locate(finding: Finding, sources: readonly Source[], members: Members): LocatedFinding {
  const { document, path, target } = finding;
  const documentIndex = sources.findIndex((source) => source.document === document);
  return {
    finding,
    sources,
    documentIndex,
    range: finding.range ?? rangeOf(sources, document, path, target),
    positions: positionsOf(path, sources[documentIndex]?.data, members),
  };
}

function positionsOf(path: Path, data: unknown, members: Members): readonly number[] {
  let node = data;
  return path.map((step) => {
    const position = positionOf(step, node, members);
    node = childOf(node, step);
    return position;
  });
}

function positionOf(step: string | number, parent: unknown, members: Members): number {
  if (typeof step === "number") return step;
  if (typeof parent !== "object" || parent === null) return -1;
  let positions = members.get(parent);
  if (positions === undefined) {
    positions = new Map(Object.keys(parent).map((key, index) => [key, index]));
    members.set(parent, positions);
  }
  return positions.get(step) ?? -1;
}

function childOf(parent: unknown, step: string | number): unknown {
  if (typeof parent !== "object" || parent === null) return undefined;
  return Object.getOwnPropertyDescriptor(parent, step)?.value;
}

function comparePlaces(left: LocatedFinding, right: LocatedFinding): number {
  return (
    left.documentIndex - right.documentIndex ||
    compareRanges(left.range, right.range) ||
    comparePositions(left.positions, right.positions) ||
    targetOrder(left) - targetOrder(right)
  );
}

/** A key stands before its value. */
function targetOrder({ finding }: LocatedFinding): number {
  return finding.target === "key" ? 0 : 1;
}

function compareRanges(left: SourceRange | undefined, right: SourceRange | undefined): number {
  if (left === undefined || right === undefined) {
    return Number(left !== undefined) - Number(right !== undefined);
  }
  // The settings of an environment stand in a text for each variable; between texts the paths decide.
  if (left.file !== right.file) return 0;
  return left.start.line - right.start.line || left.start.column - right.start.column;
}

function comparePositions(left: readonly number[], right: readonly number[]): number {
  const depth = left.findIndex((position, index) => position !== right[index]);
  const [from, to] = [left[depth], right[depth]];
  return from === undefined || to === undefined ? left.length - right.length : from - to;
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

function rangeOf(
  sources: readonly Source[],
  document: DocumentName,
  path: Path,
  target: Finding["target"],
): SourceRange | undefined {
  const source = sources.find((candidate) => candidate.document === document);
  return source?.rangeOf?.(path, target ?? "value");
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
