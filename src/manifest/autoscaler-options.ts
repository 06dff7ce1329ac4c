import type { Autoscaler } from "../model/cluster.ts";
import type { BuildContext } from "./build-context.ts";
import type { AutoscalerOptions } from "./ray-cluster.ts";
import { logToStderr } from "./ray-container.ts";
import { resources } from "./resources.ts";

/** The autoscaler's container; KubeRay starts one only where a group can scale. */
export function autoscalerOptions(
  { pin }: BuildContext,
  autoscaler: Autoscaler,
): AutoscalerOptions {
  const env = [logToStderr()];
  const { version } = pin;
  return version === undefined
    ? { env, resources: resources(autoscaler) }
    : { version, env, resources: resources(autoscaler) };
}
