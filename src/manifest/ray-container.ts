import type { ClusterNode } from "../model/cluster.ts";
import type { BuildContext } from "./build-context.ts";
import type { ContainerPort, EnvironmentVariable, RayContainer } from "./ray-cluster.ts";
import { resources } from "./resources.ts";

/** The pod's one container, Ray's: KubeRay takes containers[0] for Ray in every release. */
export function rayContainers(context: BuildContext, node: ClusterNode): readonly [RayContainer] {
  const { request, settings } = context;
  const { image } = request;
  const wanted = resources(node, settings.ray.gpu_resource_request_key);
  const lifecycle = { preStop: { exec: { command: ["/bin/sh", "-c", "ray stop"] } } };
  const volumeMounts = [{ name: "ray-logs", mountPath: "/tmp/ray" }];
  if (node.role === "worker") {
    return [{ name: "ray-worker", image, resources: wanted, lifecycle, volumeMounts }];
  }
  const env = headEnvironment(context);
  const ports = headPorts();
  return [{ name: "ray-head", image, env, ports, resources: wanted, lifecycle, volumeMounts }];
}

/** Makes Ray's processes log to the container, where people look for logs. */
export function logToStderr(): EnvironmentVariable {
  return { name: "RAY_LOG_TO_STDERR", value: "1" };
}

function headEnvironment({ pin }: BuildContext): readonly EnvironmentVariable[] {
  if (pin.environment === undefined) return [logToStderr()];
  return [logToStderr(), { name: "RAY_enable_autoscaler_v2", value: pin.environment }];
}

/**
 * All ports or none: where a container names any, KubeRay adds none of its defaults (common/service.go). The protocol
 * is the API server's default, written out so that nothing drifts.
 */
function headPorts(): readonly ContainerPort[] {
  return [
    { name: "gcs-server", containerPort: 6379, protocol: "TCP" },
    { name: "dashboard", containerPort: 8265, protocol: "TCP" },
    { name: "client", containerPort: 10001, protocol: "TCP" },
    { name: "serve", containerPort: 8000, protocol: "TCP" },
  ];
}
