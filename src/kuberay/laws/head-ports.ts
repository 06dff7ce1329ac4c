import { ownField, ownInteger, ownList, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { GroupSpecView } from "../views/cluster-spec-view.ts";
import type { Law } from "./law.ts";
import { defineLaw, isFrom } from "./law.ts";

/**
 * Head ports
 *
 * Where the head's first container lists ports, the head Service has only these, and one of them is that of GCS, to which the
 * workers connect. From 1.2 on a Service of the type ClusterIP is headless, and takes them to every port.
 *
 * See getServicePorts in ray-operator/controllers/ray/common/service.go, v0.4.0 to v1.7.0, and BuildServiceForHeadPod there,
 * v1.2.0.
 */
export const headPorts: Law = defineLaw({
  code: "head-ports",
  severity: "warning",
  *check({ cluster }, target) {
    const first = cluster?.head.containers[0];
    if (cluster === undefined || first === undefined || cluster.workers.length === 0) return;
    const service = ownObject(ownObject(cluster.head.data, "headService"), "spec");
    const type = ownText(service, "type") ?? ownText(cluster.head.data, "serviceType");
    const isHeadless = isFrom(target, "1.2") && (type ?? "ClusterIP") === "ClusterIP";
    const ports = ownList(first.data, "ports");
    if (isHeadless || ports.length === 0 || ownList(service, "ports").length > 0) return;
    const port = gcsPort(cluster.head);
    if (port === undefined || ports.some((each) => ownInteger(each, "containerPort") === port)) {
      return;
    }
    yield {
      path: [...first.path, "ports"],
      message: `The head lists ports, and none of them is ${port}. The head Service has only the ports of the list, so no worker reaches the head.`,
      hint: `Add containerPort ${port} with the name gcs-server, or list no ports.`,
    };
  },
});

/** Undefined where it is not a number. */
function gcsPort({ rayStartParams }: GroupSpecView): number | undefined {
  if (ownField(rayStartParams, "port") === undefined) return DEFAULT_PORT;
  const text = ownText(rayStartParams, "port") ?? "";
  return /^[0-9]{1,5}$/.test(text) ? Number(text) : undefined;
}

const DEFAULT_PORT = 6379;
