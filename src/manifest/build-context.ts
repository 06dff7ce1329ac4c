import type { KuberayRelease } from "../kuberay/releases.ts";
import type { Cluster } from "../model/cluster.ts";
import type { RayClusterRequest } from "../model/request.ts";
import type { ResolvedSettings } from "../model/settings.ts";
import type { AutoscalerPin } from "./autoscaler-pin.ts";
import type { Trace } from "./trace.ts";

/** All that a part of the manifest may depend on. */
export interface BuildContext {
  readonly request: RayClusterRequest;
  readonly cluster: Cluster;
  readonly settings: ResolvedSettings;
  readonly release: KuberayRelease;
  readonly pin: AutoscalerPin;
  /** Takes down where values come from; default none. */
  readonly trace?: Trace | undefined;
}
