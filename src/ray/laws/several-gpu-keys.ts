import { ownObject } from "../../diagnostics/own-field.ts";
import { isGpuKey } from "../../kuberay/gpu-key.ts";
import type { Law } from "../../kuberay/laws/law.ts";
import { defineLaw } from "../../kuberay/laws/law.ts";
import { groupsOf, groupTitle } from "../../kuberay/views/cluster-spec-view.ts";
import { areSameQuantity } from "../../quantity/are-same-quantity.ts";

/**
 * Several GPU keys
 *
 * A container asks for one kind of GPU: KubeRay tells Ray of the first key by its name, the autoscaler of the first one that
 * is written, and of the other neither.
 *
 * See ray-operator/controllers/ray/utils/resources.go, v1.5.0, and Ray's kuberay/autoscaling_config.py.
 */
export const severalGpuKeys: Law = defineLaw({
  code: "several-gpu-keys",
  severity: "warning",
  *check({ cluster }, { kuberay }) {
    if (cluster === undefined) return;
    for (const group of groupsOf(cluster)) {
      const [first] = group.containers;
      if (first === undefined) continue;
      const limits = ownObject(ownObject(first.data, "resources"), "limits");
      const keys = Object.keys(limits).filter(
        (key) => isGpuKey(key, kuberay) && !areSameQuantity(limits[key], "0"),
      );
      const [, second] = keys;
      if (second === undefined) continue;
      yield {
        path: [...first.path, "resources", "limits", second],
        target: "key",
        message: `${groupTitle(group).replace(/^./, (letter) => letter.toUpperCase())} asks for several kinds of GPU (${keys.slice(0, 5).join(", ")}), but Ray learns of only one.`,
        hint: "Ask for one kind in a group.",
      };
    }
  },
});
