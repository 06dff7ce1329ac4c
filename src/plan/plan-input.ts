import type { KuberayRelease } from "../kuberay/releases.ts";
import type { RayClusterManifest } from "../manifest/ray-cluster.ts";
import type { Cluster } from "../model/cluster.ts";
import type { RayClusterRequest } from "../model/request.ts";
import type { ResolvedSettings } from "../model/settings.ts";

/** All that a plan depends on: what was asked, and the manifest that came of it. */
export interface PlanInput {
  readonly request: RayClusterRequest;
  readonly cluster: Cluster;
  readonly settings: ResolvedSettings;
  readonly release: KuberayRelease;
  readonly manifest: RayClusterManifest;
}
