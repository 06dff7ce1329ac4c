import type { Autoscaler } from "../model/cluster.ts";
import { pinOrigin } from "./autoscaler-pin.ts";
import type { BuildContext } from "./build-context.ts";
import { logOrigin, logToStderr } from "./log-to-stderr.ts";
import type { AutoscalerOptions } from "./ray-cluster.ts";
import { resources } from "./resources.ts";

/** The autoscaler's container; KubeRay starts one only where a group can scale. */
export function autoscalerOptions(
  { pin, trace }: BuildContext,
  autoscaler: Autoscaler,
): AutoscalerOptions {
  const env = [logToStderr()];
  const { version } = pin;
  const wanted = resources(autoscaler, undefined, trace);
  const options: AutoscalerOptions =
    version === undefined ? { env, resources: wanted } : { version, env, resources: wanted };
  trace?.mark(options, { version: pinOrigin(), env: logOrigin() });
  return options;
}
