import { ownObject } from "../../../src/diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { cluster, container, group, merge, withContainers } from "../../diff/manifests.ts";

/** The spec of the small cluster, with changes. */
export function spec(changes: PlainObject = {}): PlainObject {
  return ownObject(cluster({ spec: changes }), "spec");
}

/** The small cluster with a spec. */
export function withSpec(changes: PlainObject, others: PlainObject = {}): PlainObject {
  return merge(cluster({ spec: changes }), others);
}

/** The small cluster with one worker group that has changes. */
export function workers(changes: PlainObject, others: PlainObject = {}): PlainObject {
  return merge(cluster({ spec: { workerGroupSpecs: [group("workers", changes)] } }), others);
}

/** The small cluster with variables in its head. */
export function headVariables(env: PlainData, changes: PlainObject = {}): PlainObject {
  return merge(withContainers(container("ray-head", { env })), changes);
}

/** A RayJob that is as it should be. */
export function job(changes: PlainObject = {}, others: PlainObject = {}): PlainObject {
  const base = {
    apiVersion: "ray.io/v1",
    kind: "RayJob",
    metadata: { name: "train", namespace: "ml" },
    spec: {
      entrypoint: "python train.py",
      shutdownAfterJobFinishes: true,
      rayClusterSpec: spec(),
    },
  };
  return merge(merge(base, { spec: changes }), others);
}

/** A RayService that is as it should be. */
export function service(changes: PlainObject = {}, others: PlainObject = {}): PlainObject {
  const base = {
    apiVersion: "ray.io/v1",
    kind: "RayService",
    metadata: { name: "train", namespace: "ml" },
    spec: { serveConfigV2: "applications: []", rayClusterConfig: spec() },
  };
  return merge(merge(base, { spec: changes }), others);
}

/** A RayCronJob that is as it should be where its feature gate is on. */
export function cron(changes: PlainObject = {}, others: PlainObject = {}): PlainObject {
  const condition = { jobDeploymentStatus: "Failed", ttlSeconds: 60 };
  const base = {
    apiVersion: "ray.io/v1",
    kind: "RayCronJob",
    metadata: { name: "train", namespace: "ml" },
    spec: {
      schedule: "0 3 * * *",
      jobTemplate: {
        entrypoint: "python train.py",
        rayClusterSpec: spec(),
        deletionStrategy: {
          deletionRules: [
            { policy: "DeleteSelf", condition },
            { policy: "DeleteSelf", condition: { jobStatus: "SUCCEEDED" } },
          ],
        },
      },
    },
  };
  return merge(merge(base, { spec: changes }), others);
}
