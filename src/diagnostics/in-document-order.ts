import type { Finding, Source, SourceRange } from "./diagnostic.ts";
import type { Path } from "./path.ts";
import { rangeOf } from "./range-of.ts";

/** What was found in some documents. */
export interface ReportPart {
  readonly findings: readonly Finding[];
  readonly sources: readonly Source[];
}

/** A finding and where it stands. */
export interface LocatedFinding {
  readonly finding: Finding;
  /** The documents among which its own is. */
  readonly sources: readonly Source[];
  /** The place of its document among the sources. */
  readonly documentIndex: number;
  readonly range: SourceRange | undefined;
  /** The path in numbers: where each step stands among the members of its parent, -1 for one that is missing. */
  readonly positions: readonly number[];
}

/** The findings of a part in document order, that of the text and for objects that of their keys, each with its place. */
export function inDocumentOrder({ findings, sources }: ReportPart): readonly LocatedFinding[] {
  const members: Members = new Map();
  return withoutEchoes(findings)
    .map((finding) => locate(finding, sources, members))
    .sort(comparePlaces);
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
