import type { Path } from "../../diagnostics/path.ts";
import type { PlainData } from "../../diagnostics/plain-data.ts";
import { plainObject } from "../plain-object.ts";

/** A value that knows where it came from. */
export type Traced = TracedScalar | TracedList | TracedMap;

/** Which of the two documents a value came from, and where it stood there. */
export interface Origin {
  readonly from: "base" | "patch";
  readonly path: Path;
}

export interface TracedScalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly origin: Origin;
}

export interface TracedList {
  readonly kind: "list";
  readonly items: readonly Traced[];
  readonly origin: Origin;
}

export interface TracedMap {
  readonly kind: "map";
  readonly members: ReadonlyMap<string, Traced>;
  readonly origin: Origin;
}

export function traced(data: PlainData, from: Origin["from"], path: Path = []): Traced {
  const origin = { from, path };
  if (isList(data)) {
    const items = data.map((item, index) => traced(item, from, [...path, index]));
    return { kind: "list", items, origin };
  }
  const object = plainObject(data);
  if (object !== undefined) {
    const members = Object.keys(object).map(
      (key) => [key, traced(object[key] ?? null, from, [...path, key])] as const,
    );
    return { kind: "map", members: new Map(members), origin };
  }
  return { kind: "scalar", value: scalarOf(data), origin };
}

/** Back to plain data; every value at any depth is reported with where it stands and came from, the outer one first. */
export function untraced(
  node: Traced,
  onValue?: (path: Path, origin: Origin) => void,
  path: Path = [],
): PlainData {
  onValue?.(path, node.origin);
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "list":
      return node.items.map((item, index) => untraced(item, onValue, [...path, index]));
    case "map":
      return Object.fromEntries(
        [...node.members].map(([key, member]) => [key, untraced(member, onValue, [...path, key])]),
      );
  }
}

function isList(data: PlainData): data is readonly PlainData[] {
  return Array.isArray(data);
}

function scalarOf(data: PlainData): TracedScalar["value"] {
  return typeof data === "object" ? null : data;
}
