import type { InitContainer } from "./ray-cluster.ts";
import type { Trace } from "./trace.ts";
import { fromSettings } from "./trace.ts";

/**
 * Makes a worker wait until the head Service's name resolves. For KubeRay 0.4 alone: later releases inject a container
 * of their own (ray-operator/controllers/ray/common/pod.go, v0.5.0). RAY_IP is the Service's short name.
 */
export function waitContainer(image: string, trace: Trace | undefined): InitContainer {
  const container = { name: "wait-for-head", image, command: ["sh", "-c", WAIT_COMMAND] };
  trace?.mark(container, { image: fromSettings(["ray", "busybox_image"]) });
  return container;
}

const NAMESPACE = "$(cat /var/run/secrets/kubernetes.io/serviceaccount/namespace)";
const WAIT_COMMAND = `until nslookup "$RAY_IP.${NAMESPACE}.svc.cluster.local"; do echo "waiting for $RAY_IP"; sleep 2; done`;
