import type { Resolved } from "../model/resolved.ts";
import type { AutoscalerPin } from "./autoscaler-pin.ts";
import { choosePin } from "./autoscaler-pin.ts";
import type { Trace } from "./trace.ts";

/** All that a part of the manifest may depend on. */
export interface BuildContext extends Resolved {
  readonly pin: AutoscalerPin;
  /** Takes down where values come from; default none. */
  readonly trace: Trace | undefined;
}

/** Spelled out: spreading the model costs several times what the rest of it does. */
export function buildContext(model: Resolved, trace: Trace | undefined): BuildContext {
  return {
    pin: choosePin(model),
    trace,
    name: model.name,
    labels: model.labels,
    annotations: model.annotations,
    rayVersion: model.rayVersion,
    rayVersionText: model.rayVersionText,
    settings: model.settings,
    namespace: model.namespace,
    image: model.image,
    options: model.options,
    cluster: model.cluster,
    forwardLogs: model.forwardLogs,
    activationTimeoutSeconds: model.activationTimeoutSeconds,
    kuberayVersion: model.kuberayVersion,
    release: model.release,
    countedPods: model.countedPods,
  };
}
