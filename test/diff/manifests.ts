import type { PlainData, PlainObject } from "../../src/diagnostics/plain-data.ts";

/** A small cluster with one worker group and everything that the tests change. */
export function cluster(changes: PlainObject = {}): PlainObject {
  const base = {
    apiVersion: "ray.io/v1",
    kind: "RayCluster",
    metadata: { name: "train", namespace: "ml" },
    spec: {
      rayVersion: "2.52.0",
      headGroupSpec: {
        rayStartParams: {},
        template: { spec: { containers: [container("ray-head")] } },
      },
      workerGroupSpecs: [group("workers")],
    },
  };
  return merge(base, changes);
}

export function group(groupName: string, changes: PlainObject = {}): PlainObject {
  const base = {
    groupName,
    replicas: 2,
    minReplicas: 2,
    maxReplicas: 2,
    rayStartParams: {},
    template: { spec: { containers: [container("ray-worker")] } },
  };
  return merge(base, changes);
}

export function container(name: string, changes: PlainObject = {}): PlainObject {
  const resources = { limits: { cpu: "2", memory: "8Gi" }, requests: { cpu: "2", memory: "8Gi" } };
  return merge({ name, image: "registry.example.com/train:1.0", resources }, changes);
}

/** The cluster with a pod spec for its head. */
export function withHead(podSpec: PlainObject, changes: PlainObject = {}): PlainObject {
  return merge(cluster({ spec: { headGroupSpec: { template: { spec: podSpec } } } }), changes);
}

/** The cluster with these containers in its head. */
export function withContainers(...containers: readonly PlainObject[]): PlainObject {
  return withHead({ containers });
}

/** Objects are merged, everything else is replaced; undefined members stay. */
export function merge(base: PlainObject, changes: PlainObject): PlainObject {
  const merged: Record<string, PlainData> = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    const old = merged[key];
    merged[key] = isMap(old) && isMap(value) ? merge(old, value) : value;
  }
  return merged;
}

function isMap(value: PlainData | undefined): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
