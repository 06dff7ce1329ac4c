import { ownInteger } from "../../diagnostics/own-field.ts";
import { groupTitle } from "../views/cluster-spec-view.ts";
import type { Law } from "./law.ts";
import { defineLaw } from "./law.ts";

/**
 * No hosts
 *
 * numOfHosts is at least 1. From 1.4 on the number of pods is replicas times numOfHosts; before, less than 1 counts as 1.
 *
 * See GetWorkerGroupDesiredReplicas in ray-operator/controllers/ray/utils/util.go, v1.4.0.
 */
export const noHosts: Law = defineLaw({
  code: "no-hosts",
  severity: "warning",
  since: "1.4",
  *check({ cluster }) {
    for (const group of cluster?.workers ?? []) {
      const hosts = ownInteger(group.data, "numOfHosts") ?? 1;
      if (hosts >= 1) continue;
      yield {
        path: [...group.path, "numOfHosts"],
        message: `numOfHosts is ${hosts}, so ${groupTitle(group)} has no pods.`,
        hint: "Write 1, or leave it out. For no pods, write replicas: 0.",
      };
    }
  },
});
