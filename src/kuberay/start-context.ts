import { ownField } from "../diagnostics/own-field.ts";
import type { PlainObject } from "../diagnostics/plain-data.ts";
import { roundedUp } from "../quantity/whole-count.ts";
import { derivedGpus } from "./derived-gpus.ts";
import type { StartContext } from "./start-parameters.ts";

/** What of a group's Ray container decides how KubeRay starts Ray. */
export function startContext({
  params,
  limits,
  requests,
  ...context
}: Pick<StartContext, "kuberay" | "role" | "autoscales"> & {
  readonly params: PlainObject;
  readonly limits: PlainObject;
  readonly requests: PlainObject;
}): StartContext {
  return {
    ...context,
    cpus: {
      limit: roundedUp(ownField(limits, "cpu")),
      request: roundedUp(ownField(requests, "cpu")),
    },
    gpus: derivedGpus(params, limits, context.kuberay),
    memoryBytes: roundedUp(ownField(limits, "memory")),
  };
}
