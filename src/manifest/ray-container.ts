import type { ClusterNode } from "../model/cluster.ts";
import { pinOrigin } from "./autoscaler-pin.ts";
import type { BuildContext } from "./build-context.ts";
import { logOrigin, logToStderr } from "./log-to-stderr.ts";
import type { ContainerPort, EnvironmentVariable, RayContainer } from "./ray-cluster.ts";
import { resources } from "./resources.ts";
import { byRule, fromRequest } from "./trace.ts";

/** The pod's one container, Ray's: KubeRay takes containers[0] for Ray in every release. */
export function rayContainers(context: BuildContext, node: ClusterNode): readonly [RayContainer] {
  const container = rayContainer(context, node);
  context.trace?.mark(container, {
    name: byRule("KubeRay takes the first container for Ray's; its name is free."),
    image: fromRequest(["image"]),
    env: logOrigin(),
    ports: byRule("All of the head's ports are named: where any is, KubeRay adds none itself."),
    lifecycle: byRule("Ray is stopped before its container is."),
    volumeMounts: byRule("Ray's logs lie on a volume of the pod, at /tmp/ray."),
  });
  return [container];
}

function rayContainer(context: BuildContext, node: ClusterNode): RayContainer {
  const { image, settings, trace } = context;
  const wanted = resources(node, settings.ray.gpu_resource_request_key, trace);
  const lifecycle = { preStop: { exec: { command: ["/bin/sh", "-c", "ray stop"] } } };
  const volumeMounts = [{ name: "ray-logs", mountPath: "/tmp/ray" }];
  if (node.role === "worker") {
    return { name: "ray-worker", image, resources: wanted, lifecycle, volumeMounts };
  }
  const env = headEnvironment(context);
  const ports = headPorts();
  return { name: "ray-head", image, env, ports, resources: wanted, lifecycle, volumeMounts };
}

function headEnvironment({ pin, trace }: BuildContext): readonly EnvironmentVariable[] {
  if (pin.environment === undefined) return [logToStderr()];
  const variable = { name: "RAY_enable_autoscaler_v2", value: pin.environment };
  trace?.mark(variable, { name: pinOrigin(), value: pinOrigin() });
  return [logToStderr(), variable];
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
