import { ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import { isGpuKey } from "../../kuberay/gpu-key.ts";
import type { Law } from "../../kuberay/laws/law.ts";
import { defineLaw } from "../../kuberay/laws/law.ts";
import { groupsOf } from "../../kuberay/views/cluster-spec-view.ts";
import { areSameQuantity } from "../../quantity/are-same-quantity.ts";
import { resourceKind } from "../accelerators.ts";
import { deviceVariableProblem } from "../device-variables.ts";
import { TPU_RESOURCE } from "../tpu-topology.ts";

/**
 * Device environment
 *
 * The variables that name devices, or by which slices of TPUs find each other, are left to the device plug-in, to GKE's
 * webhook and to Ray.
 *
 * See python/ray/_private/accelerators in Ray and ai-on-gke/kuberay-tpu-webhook, main.go.
 */
export const deviceEnvironment: Law = defineLaw({
  code: "device-environment",
  severity: "warning",
  *check({ cluster }, { kuberay }) {
    if (cluster === undefined) return;
    for (const group of groupsOf(cluster)) {
      const [first] = group.containers;
      if (first === undefined) continue;
      const limits = ownObject(ownObject(first.data, "resources"), "limits");
      const keys = Object.keys(limits).filter((key) => !areSameQuantity(limits[key], "0"));
      const devices = {
        hasDevices: keys.some(
          (key) => isGpuKey(key, kuberay) || resourceKind(key)?.rayName !== undefined,
        ),
        hasTpus: keys.includes(TPU_RESOURCE),
      };
      for (const [index, variable] of ownList(first.data, "env").entries()) {
        const name = ownText(variable, "name") ?? "";
        const message = deviceVariableProblem(name, devices);
        if (message === undefined) continue;
        yield { path: [...first.path, "env", index, "name"], message, hint: `Remove ${name}.` };
      }
    }
  },
});
