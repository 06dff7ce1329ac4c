import { ownField, ownObject, ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type { Law } from "../../kuberay/laws/law.ts";
import { defineLaw } from "../../kuberay/laws/law.ts";
import { parseVersion } from "../../kuberay/version.ts";
import type { ClusterSpecView, GroupSpecView } from "../../kuberay/views/cluster-spec-view.ts";
import { groupsOf, groupTitle } from "../../kuberay/views/cluster-spec-view.ts";
import { readsCpuRequests } from "../releases.ts";

/**
 * Autoscaler start
 *
 * Ray's autoscaler reads the manifest: it needs a list of worker groups, and the CPUs of every group from num-cpus, the limit
 * or, from Ray 2.41 on, the request. It looks for Ray on port 6379 of the head.
 *
 * See python/ray/autoscaler/_private/kuberay/autoscaling_config.py and run_autoscaler.py of Ray.
 */
export const autoscalerStart: Law = defineLaw({
  code: "autoscaler-start",
  severity: "warning",
  *check({ cluster }) {
    if (cluster?.autoscales !== true) return;
    const port = ownText(cluster.head.rayStartParams, "port");
    if (port !== undefined && port.trim() !== PORT) {
      yield {
        path: [...cluster.head.path, "rayStartParams", "port"],
        message: `The head listens on port ${showText(port)}, but Ray's autoscaler looks for it on ${PORT}.`,
        hint: `Remove the parameter, or write "${PORT}".`,
      };
    }
    if ((ownField(cluster.spec, "workerGroupSpecs") ?? null) === null) {
      yield {
        path: [...cluster.path, "workerGroupSpecs"],
        message: "Ray's autoscaler does not start without a list of worker groups.",
        hint: "Add a worker group, or write workerGroupSpecs: [].",
      };
    }
    for (const group of groupsOf(cluster)) {
      const [first] = group.containers;
      if (first === undefined || tellsCpus(group, cluster)) continue;
      yield {
        path: [...first.path, "resources", "limits"],
        message: `Nothing tells Ray's autoscaler how many CPUs a pod of ${groupTitle(group)} has, so it does not start.`,
        hint: "Write limits.cpu for the first container, or num-cpus in rayStartParams.",
      };
    }
  },
});

const PORT = "6379";

/** Where rayVersion does not tell whether the requests count, they do. */
function tellsCpus(group: GroupSpecView, { rayVersion }: ClusterSpecView): boolean {
  const resources = ownObject(group.containers[0]?.data ?? null, "resources");
  const ray = parseVersion(rayVersion);
  const bounds = ray === undefined || readsCpuRequests(ray) ? ["limits", "requests"] : ["limits"];
  return (
    ownField(group.rayStartParams, "num-cpus") !== undefined ||
    Object.keys(ownObject(group.data, "resources")).some((key) => /^cpu$/i.test(key)) ||
    bounds.some((bound) => ownField(ownObject(resources, bound), "cpu") !== undefined)
  );
}
