import { HEAD_GROUP } from "../head-names.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/** What KubeRay calls the head's group. */

/**
 * Reserved group name
 *
 * No worker group is called headgroup, as the group of the head is: the operator counts the head as its worker.
 *
 * See RayNodeHeadGroupLabelValue in ray-operator/controllers/ray/utils/constant.go, v0.4.0 to v1.7.0.
 */
export const reservedGroupName: Law = defineLaw({
  code: "reserved-group-name",
  severity: "warning",
  *check({ cluster }) {
    for (const group of cluster?.workers ?? []) {
      if (group.name !== HEAD_GROUP) continue;
      yield {
        path: [...group.path, "groupName"],
        message: `KubeRay calls the head's group ${HEAD_GROUP}, so it counts the head as a worker of this one.`,
        hint: "Choose another name.",
      };
    }
  },
});
