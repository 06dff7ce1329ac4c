import type { Autoscaler } from "../model/cluster.ts";
import { pinOrigin } from "./autoscaler-pin.ts";
import type { BuildContext } from "./build-context.ts";
import type { Draft } from "./draft.ts";
import { environment } from "./environment.ts";
import type { AutoscalerOptions } from "./ray-cluster.ts";
import { resources } from "./resources.ts";
import { fromRequest } from "./trace.ts";

/** The autoscaler's container; KubeRay starts one only where a group can scale. */
export function autoscalerOptions(
  context: BuildContext,
  autoscaler: Autoscaler,
): AutoscalerOptions {
  const { pin, trace } = context;
  const options: Draft<AutoscalerOptions, Exclude<keyof AutoscalerOptions, "resources">> = {};
  if (pin.version !== undefined) options.version = pin.version;
  const env = environment(context, autoscaler.environment, []);
  if (env.length > 0) options.env = env;
  const { image, imagePullPolicy, idleTimeoutSeconds, upscalingMode } = autoscaler;
  if (image !== undefined) options.image = image;
  if (imagePullPolicy !== undefined) options.imagePullPolicy = imagePullPolicy;
  if (idleTimeoutSeconds !== undefined) options.idleTimeoutSeconds = idleTimeoutSeconds;
  if (upscalingMode != null) options.upscalingMode = upscalingMode;
  const path = autoscaler.path;
  trace?.mark(options, {
    version: pinOrigin(context),
    image: fromRequest([...path, "image"]),
    imagePullPolicy: fromRequest([...path, "image_pull_policy"]),
    idleTimeoutSeconds: fromRequest([...path, "idle_timeout_seconds"]),
    upscalingMode: fromRequest([...path, "upscaling_mode"]),
  });
  return Object.assign(options, { resources: resources(autoscaler, undefined, trace) });
}
