import { ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type { Law } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

/** What `ray start` takes for false. Source: the boolean type of click. */
const FALSE: ReadonlySet<string> = new Set(["false", "f", "0", "no", "n", "off"]);

/**
 * Dashboard off
 *
 * The head of a job or a service keeps Ray's dashboard, to which jobs are submitted and, from KubeRay 1.1 on, Serve configs
 * are sent. Without it Ray serves neither.
 *
 * See convertParamMap in ray-operator/controllers/ray/common/pod.go, v0.4.0 to v1.7.0, which passes include-dashboard on;
 * BuildJobSubmitCommand in common/job.go and reconcileServe in rayservice_controller.go, v1.1.0; start_api_server in Ray's
 * python/ray/_private/services.py, which then loads no module but that of usage statistics.
 */
export const dashboardOff: Law = defineLaw({
  code: "dashboard-off",
  severity: "warning",
  kinds: ["RayJob", "RayService", "RayCronJob"],
  *check({ cluster, job }, target) {
    if (cluster === undefined || (job === undefined && !isFrom(target, "1.1"))) return;
    const text = ownText(cluster.head.rayStartParams, "include-dashboard");
    if (text === undefined || !FALSE.has(text.trim().toLowerCase())) return;
    const consequence =
      job === undefined
        ? "takes no Serve config, so the service is never ready"
        : "takes no job, so the job never starts";
    yield {
      path: [...cluster.head.path, "rayStartParams", "include-dashboard"],
      message: `include-dashboard is ${showText(text)}. Without its dashboard Ray ${consequence}.`,
      hint: "Remove include-dashboard.",
    };
  },
});
