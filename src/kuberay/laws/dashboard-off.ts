import { ownFieldAt, ownInteger, ownList, ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type { GroupSpecView } from "../views/cluster-spec-view.ts";
import type { Breach, Law } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

/** What `ray start` takes for false. Source: the boolean type of click. */
const FALSE: ReadonlySet<string> = new Set(["false", "f", "0", "no", "n", "off"]);

/** Addresses that no other pod reaches. */
const LOOPBACK = /^(?:localhost|127(?:\.[0-9]{1,3}){3}|::1)$/i;

const PORT_NAME = "dashboard";
const DEFAULT_PORT = 8265;

/**
 * Dashboard off
 *
 * KubeRay reaches the Ray dashboard of a job or a service: jobs are submitted to it and, from KubeRay 1.1 on, Serve configs are
 * sent to it. It is on, listens on more than the loopback address, and on the port of the head Service: the container's port
 * of the name dashboard, or else 8265.
 *
 * See convertParamMap in ray-operator/controllers/ray/common/pod.go, v0.4.0 to v1.7.0, which passes the parameters on;
 * getServicePorts in common/service.go; BuildJobSubmitCommand in common/job.go and reconcileServe in
 * rayservice_controller.go, v1.1.0; start_api_server in Ray's python/ray/_private/services.py, which without dashboard loads
 * no module but that of usage statistics.
 */
export const dashboardOff: Law = defineLaw({
  code: "dashboard-off",
  severity: "warning",
  kinds: ["RayJob", "RayService", "RayCronJob"],
  *check({ cluster, job }, target) {
    if (cluster === undefined || (job === undefined && !isFrom(target, "1.1"))) return;
    const breach = unreachable(cluster.head, WITHIN_THE_HEAD.includes(job?.submissionMode ?? ""));
    if (breach === undefined) return;
    const consequence =
      job === undefined
        ? "KubeRay sends the Serve config to the dashboard, so the service is never ready."
        : "Jobs are submitted to the dashboard, so the job never starts.";
    yield { ...breach, message: `${breach.message} ${consequence}` };
  },
});

/** The submitter runs beside the head, or is a user who forwards a port. */
const WITHIN_THE_HEAD = ["SidecarMode", "InteractiveMode"];

function unreachable(head: GroupSpecView, isFromWithin: boolean): Breach | undefined {
  const path = [...head.path, "rayStartParams"];
  const parameter = (name: string) => (ownText(head.rayStartParams, name) ?? "").trim();
  const included = parameter("include-dashboard");
  if (FALSE.has(included.toLowerCase())) {
    return {
      path: [...path, "include-dashboard"],
      message: `include-dashboard is ${showText(included)}, so Ray starts no dashboard.`,
      hint: "Remove include-dashboard.",
    };
  }
  const host = parameter("dashboard-host");
  if (LOOPBACK.test(host) && !isFromWithin) {
    return {
      path: [...path, "dashboard-host"],
      message: `The dashboard listens on ${host}, where no other pod reaches it.`,
      hint: "Write 0.0.0.0, or remove dashboard-host.",
    };
  }
  const port = parameter("dashboard-port");
  const served = servedPort(head);
  if (!/^[0-9]{1,5}$/.test(port) || served === undefined || Number(port) === served) {
    return undefined;
  }
  return {
    path: [...path, "dashboard-port"],
    message: `The dashboard listens on port ${port}, but the head Service leads to ${served}.`,
    hint: `List a port ${port} with the name ${PORT_NAME} in the head's container, or remove dashboard-port.`,
  };
}

/** Undefined where the user lists ports, none of which has the name, or writes those of the Service. */
function servedPort({ containers, data }: GroupSpecView): number | undefined {
  if (ownFieldAt(data, "headService", "spec", "ports") !== undefined) return undefined;
  const ports = ownList(containers[0]?.data, "ports");
  if (ports.length === 0) return DEFAULT_PORT;
  const port = ports.find((each) => ownText(each, "name") === PORT_NAME);
  return ownInteger(port, "containerPort");
}
