import type { PlainData, PlainObject } from "../../src/diagnostics/plain-data.ts";

/** A number by chance. */
export type Chance = () => number;

// The API server takes whole numbers for a quantity, and no others.
const otherSpellings: Readonly<Record<string, readonly PlainData[]>> = {
  "1": [1, "1000m", "1.0"],
  "2": [2, "2000m", "2e0"],
  "4": [4, "4000m", "+4"],
  "500m": ["0.5", ".5"],
  "1500m": ["1.5", "1500000u"],
  "1Gi": ["1024Mi", "1073741824", 1_073_741_824],
  "2Gi": ["2048Mi", "2097152Ki"],
  "512Mi": ["0.5Gi", "536870912"],
  "16Gi": ["16384Mi", "17179869184"],
};

/** The same manifest with its quantities spelled otherwise, by chance. */
export function respelled(manifest: PlainObject, chance: Chance): PlainObject {
  return rewritten(manifest, ([key, parent], value) => {
    if (typeof value !== "string") return value;
    if (!quantityParents.has(parent) && key !== "sizeLimit") return value;
    // The CRD takes texts alone in the resources of a group.
    const others = (otherSpellings[value] ?? []).filter(
      (other) => parent !== "resources" || typeof other === "string",
    );
    const spellings = [value, ...others];
    return spellings[chance() % spellings.length] ?? value;
  });
}

const quantityParents = new Set(["limits", "requests", "resources"]);

/** The same manifest with the keys of objects and the items of lists in another order, where order means nothing. */
export function shuffled(manifest: PlainObject, chance: Chance): PlainObject {
  return rewritten(manifest, ([key], value) => {
    if (isMap(value)) return Object.fromEntries(inAnyOrder(Object.entries(value), chance));
    if (!Array.isArray(value)) return value;
    if (key === "env" && refersToItself(value)) return value;
    if (unorderedLists.has(key)) return inAnyOrder(value, chance);
    return key === "containers"
      ? [...value.slice(0, 1), ...inAnyOrder(value.slice(1), chance)]
      : value;
  });
}

/** Whether one of the variables stands for another one, so that their order means something. */
function refersToItself(variables: readonly PlainData[]): boolean {
  const text = JSON.stringify(variables);
  return variables.some((variable) => isMap(variable) && text.includes(`$(${variable.name})`));
}

const unorderedLists = new Set([
  "env",
  "ports",
  "volumeMounts",
  "volumes",
  "imagePullSecrets",
  "tolerations",
  "workerGroupSpecs",
]);

/** The same manifest with what the API server and KubeRay's own writing would add. */
export function withDefaults(manifest: PlainObject): PlainObject {
  return rewritten(manifest, ([key, parent], value) => {
    if (!isMap(value)) return value;
    if (key === "template") return { metadata: {}, ...value };
    if (parent === "template" && key === "metadata") return { ...value, creationTimestamp: null };
    if (key !== "") return value;
    if (parent === "containers") return { resources: {}, env: [], ...value };
    if (parent === "ports") return { protocol: "TCP", ...value };
    return parent === "workerGroupSpecs" ? { ...groupDefaults, ...value } : value;
  });
}

const groupDefaults: PlainObject = {
  replicas: 0,
  minReplicas: 0,
  maxReplicas: 2_147_483_647,
  numOfHosts: 1,
  priority: 0,
  scaleStrategy: {},
};

type Visit = (keys: readonly [key: string, parent: string], value: PlainData) => PlainData;

/** Visits every value with its key and that of its parent, the inner ones first. An item has no key, but its list is its parent. */
function rewritten(manifest: PlainObject, visit: Visit): PlainObject {
  const result = rewrite(manifest, "", "", visit);
  return isMap(result) ? result : manifest;
}

function rewrite(value: PlainData, key: string, parent: string, visit: Visit): PlainData {
  if (Array.isArray(value)) {
    return visit(
      [key, parent],
      value.map((item) => rewrite(item, "", key, visit)),
    );
  }
  if (!isMap(value)) return visit([key, parent], value);
  const members = Object.entries(value).map(([name, member]) => [
    name,
    rewrite(member, name, key, visit),
  ]);
  return visit([key, parent], Object.fromEntries(members));
}

function inAnyOrder<Item>(items: readonly Item[], chance: Chance): Item[] {
  return items
    .map((item) => ({ item, rank: chance() }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ item }) => item);
}

function isMap(value: PlainData | undefined): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
