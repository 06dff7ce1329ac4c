import { ownObject } from "../../src/diagnostics/own-field.ts";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { cluster, merge } from "./manifests.ts";

/** The spec of the small cluster, as other kinds hold it. */
export function clusterSpec(changes: PlainObject = {}): PlainObject {
  return merge(ownObject(cluster(), "spec"), changes);
}

const metadata = { name: "train", namespace: "ml" };

/** A small job that brings its cluster; `changes` are those of its spec. */
export function job(changes: PlainObject = {}, others: PlainObject = {}): PlainObject {
  const spec = { entrypoint: "python train.py", rayClusterSpec: clusterSpec() };
  return merge(
    { apiVersion: "ray.io/v1", kind: "RayJob", metadata, spec: merge(spec, changes) },
    others,
  );
}

/** A small service; `changes` are those of its spec. */
export function service(changes: PlainObject = {}, others: PlainObject = {}): PlainObject {
  const spec = {
    serveConfigV2: "applications: [{name: chat, import_path: app}]",
    rayClusterConfig: clusterSpec(),
  };
  return merge(
    { apiVersion: "ray.io/v1", kind: "RayService", metadata, spec: merge(spec, changes) },
    others,
  );
}

/** A small schedule; `changes` are those of its spec. */
export function schedule(changes: PlainObject = {}, others: PlainObject = {}): PlainObject {
  const jobTemplate = { entrypoint: "python train.py", rayClusterSpec: clusterSpec() };
  const spec = { schedule: "0 3 * * *", jobTemplate };
  return merge(
    { apiVersion: "ray.io/v1", kind: "RayCronJob", metadata, spec: merge(spec, changes) },
    others,
  );
}
