import type { RayClusterManifest, RayClusterSpec } from "./ray-cluster.ts";
import type { RayCronJobManifest, RayJobManifest } from "./ray-job.ts";
import type { RayServiceManifest } from "./ray-service.ts";

/** Every object that the compiler makes; `kind` tells them apart. */
export type RayManifest =
  | RayClusterManifest
  | RayJobManifest
  | RayCronJobManifest
  | RayServiceManifest;

/** The spec of the cluster that an object describes; undefined where a job runs on a cluster that it selects. */
export function clusterSpecOf(manifest: RayManifest): RayClusterSpec | undefined {
  switch (manifest.kind) {
    case "RayCluster":
      return manifest.spec;
    case "RayJob":
      return manifest.spec.rayClusterSpec;
    case "RayCronJob":
      return manifest.spec.jobTemplate.rayClusterSpec;
    case "RayService":
      return manifest.spec.rayClusterConfig;
  }
}
