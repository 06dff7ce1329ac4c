import { ownField, ownObject } from "../../diagnostics/own-field.ts";
import type { Law } from "../../kuberay/laws/law.ts";
import { defineLaw } from "../../kuberay/laws/law.ts";
import { groupsOf, groupTitle } from "../../kuberay/views/cluster-spec-view.ts";

/**
 * Memory limit
 *
 * Under autoscaling every container that runs Ray has a memory limit: without one Ray takes the memory of the whole node for
 * its own, and the autoscaler does not know how much a new node brings.
 *
 * See common/pod.go in ray-operator/controllers/ray, v0.4.0 to v1.7.0: memory is told to Ray by the limit alone.
 */
export const memoryLimit: Law = defineLaw({
  code: "memory-limit",
  severity: "warning",
  *check({ cluster }) {
    if (cluster?.autoscales !== true) return;
    for (const group of groupsOf(cluster)) {
      const [first] = group.containers;
      if (first === undefined) continue;
      const limits = ownObject(ownObject(first.data, "resources"), "limits");
      const told =
        ownField(group.rayStartParams, "memory") ??
        ownField(ownObject(group.data, "resources"), "memory");
      if (ownField(limits, "memory") !== undefined || told !== undefined) continue;
      yield {
        path: [...first.path, "resources", "limits"],
        message: `The first container of ${groupTitle(group)} has no memory limit, so Ray assumes that it can use the memory of the whole node.`,
        hint: "Write limits.memory, the same as the request.",
      };
    }
  },
});
