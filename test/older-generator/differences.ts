import { parseQuantity } from "../../src/quantity/parse-quantity.ts";
import { sameQuantity } from "../../src/quantity/same-quantity.ts";

/** A place where two manifests do not mean the same; undefined where there is nothing. */
export interface Difference {
  /** Keys with dots between them; entries of a list by their name: `spec.volumes[ray-logs].emptyDir`. */
  readonly path: string;
  readonly theirs: Leaf | undefined;
  readonly ours: Leaf | undefined;
}

/** A value without parts; `{}` and `[]` stand for what is empty. */
export type Leaf = string | number | boolean | null;

/** Where two manifests differ in meaning: neither in order nor in how a quantity is written. */
export function differences(theirs: unknown, ours: unknown): readonly Difference[] {
  const left = leavesOf(theirs);
  const right = leavesOf(ours);
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((path) => ({ path, theirs: left.get(path), ours: right.get(path) }))
    .filter((difference) => !meansTheSame(difference));
}

function leavesOf(value: unknown, path = "", leaves = new Map<string, Leaf>()) {
  if (typeof value !== "object" || value === null) {
    leaves.set(path, asLeaf(value));
    return leaves;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) leaves.set(path, Array.isArray(value) ? "[]" : "{}");
  for (const [key, member] of entries) {
    if (Array.isArray(value)) leavesOf(member, `${path}[${nameOf(member, key)}]`, leaves);
    else leavesOf(member, path === "" ? key : `${path}.${key}`, leaves);
  }
  return leaves;
}

function asLeaf(value: unknown): Leaf {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  if (value === null) return null;
  throw new Error(`A manifest cannot hold ${typeof value}.`);
}

/** What tells the entries of a list apart; their index where nothing does. Containers go by their place. */
function nameOf(entry: unknown, index: string): string {
  const { containerPort, groupName, image, name }: Readonly<Record<string, unknown>> =
    Object(entry);
  return String(containerPort ?? groupName ?? (image === undefined ? name : undefined) ?? index);
}

function meansTheSame({ path, theirs, ours }: Difference): boolean {
  if (theirs === ours) return true;
  if (theirs === undefined || ours === undefined) return false;
  if (!/\.resources\.(limits|requests)\./.test(path)) return false;
  const left = parseQuantity(String(theirs));
  const right = parseQuantity(String(ours));
  return left !== undefined && right !== undefined && sameQuantity(left, right);
}
