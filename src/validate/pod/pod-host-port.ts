import { ownField } from "../../diagnostics/own-field.ts";
import type { BuiltContainer, BuiltPort } from "./built-container.ts";
import { duplicates } from "./duplicates.ts";
import { fieldAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";
import { portNumberProblem } from "./port-rules.ts";

/** A port as the node sees it. */
interface HostPort {
  readonly port: BuiltPort;
  readonly container: BuiltContainer;
  readonly key: string;
}

/**
 * Ports of the node are in range and taken once. With hostNetwork each container port is one.
 * Source: Kubernetes, checkHostPortConflicts and validateHostNetwork.
 */
export const podHostPort = definePodLaw({
  code: "pod-host-port",
  concerns: ["hostPort", "hostNetwork"],
  *check({ spec, judged }) {
    const isHostNetwork = ownField(spec.data, "hostNetwork") === true;
    for (const container of judged) {
      // Of init containers Kubernetes does not ask that the two numbers agree.
      const mustAgree = isHostNetwork && container.list === "containers";
      for (const port of container.ports) yield* portFindings(port, mustAgree);
    }
    const running = judged.filter(({ list }) => list === "containers");
    yield* conflicts(running, isHostNetwork);
    for (const container of judged) {
      if (container.list === "initContainers") yield* conflicts([container], isHostNetwork);
    }
  },
});

function* portFindings(
  { hostPort, containerPort, place }: BuiltPort,
  mustAgree: boolean,
): Iterable<PodFinding> {
  if (place === undefined || hostPort === 0) return;
  const path = fieldAt(place, "hostPort").path;
  const problem = portNumberProblem(hostPort);
  if (problem !== undefined) {
    const message = `hostPort is ${hostPort}. ${problem}`;
    yield { path, message, hint: "Remove hostPort; pods reach each other without it." };
  } else if (mustAgree && containerPort !== undefined && hostPort !== containerPort) {
    const message = `hostPort (${hostPort}) differs from containerPort (${containerPort}), and the pod is on the node's network.`;
    yield { path, message, hint: "Remove hostPort, or write the same number." };
  }
}

function* conflicts(
  containers: readonly BuiltContainer[],
  isHostNetwork: boolean,
): Iterable<PodFinding> {
  const taken = containers.flatMap((container) =>
    container.ports.flatMap((port) => hostPort(port, container, isHostNetwork)),
  );
  for (const [first, again] of duplicates(taken, ({ key }) => key)) {
    // Two equal ports of one container the CRD itself refuses.
    const bothOwn = first.port.place !== undefined && again.port.place !== undefined;
    const sameContainer = first.container === again.container;
    if (bothOwn && sameContainer && first.port.containerPort === again.port.containerPort) continue;
    const place = again.port.place ?? first.port.place;
    if (place === undefined) continue;
    const number = again.port.hostPort || again.port.containerPort;
    const why = isHostNetwork ? ", because the pod is on the node's network" : "";
    const message =
      again.port.place === undefined
        ? `KubeRay adds the port metrics (${number ?? 0}) to this container, and a port of the node can be used only once${why}.`
        : `The node's port ${number} (${again.port.protocol}) is used by two containers of the pod${why}.`;
    const hint =
      again.port.place === undefined
        ? "Name your port metrics, or use another one."
        : "Use another port, or do not use a port of the node.";
    yield { path: place.path, message, hint };
  }
}

function hostPort(
  port: BuiltPort,
  container: BuiltContainer,
  isHostNetwork: boolean,
): readonly HostPort[] {
  const number = port.hostPort || (isHostNetwork ? port.containerPort : undefined);
  if (number === undefined) return [];
  return [{ port, container, key: `${port.protocol}/${port.hostIp}/${number}` }];
}
