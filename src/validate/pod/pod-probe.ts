import { isObject, ownField } from "../../diagnostics/own-field.ts";
import { listWords } from "../../diagnostics/show.ts";
import type { BuiltContainer } from "./built-container.ts";
import type { BuiltPod } from "./built-pod.ts";
import { handlerFindings, handlersOf, PROBE_HANDLERS } from "./handlers.ts";
import { fieldAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";
import { portNumberProblem } from "./port-rules.ts";

const PROBES = Object.freeze(["livenessProbe", "readinessProbe", "startupProbe"]);
const AGENT_PORT = "dashboard-agent-listen-port";

/** Probes have one handler, and those for liveness and start succeed at once. Source: Kubernetes, validateProbe. */
export const podProbe = definePodLaw({
  code: "pod-probe",
  concerns: ["livenessProbe", "readinessProbe", "startupProbe", "dashboard-agent-listen-port"],
  *check(pod) {
    for (const container of pod.judged) {
      // An init container that ends may have no probe at all: pod-init-container.
      if (container.list === "initContainers" && !container.isSidecar) continue;
      for (const name of PROBES) yield* probeFindings(pod, container, name);
    }
    yield* agentPortFindings(pod);
  },
});

function* probeFindings(
  { additions }: BuiltPod,
  container: BuiltContainer,
  name: string,
): Iterable<PodFinding> {
  const probe = fieldAt(container, name);
  if (!isObject(probe.data)) return;
  const handlers = handlersOf(probe, PROBE_HANDLERS);
  const injection = container.runsRay && name !== "startupProbe" ? additions.probes : undefined;
  if (injection === "into-existing" && handlers.some((handler) => handler !== "exec")) {
    const message = `The ${name} has ${listWords(handlers, "and")}, and KubeRay adds its own exec to it.`;
    yield { path: probe.path, message, hint: "Remove the probe, or use exec." };
  } else if (handlers.length > 1) {
    const message = `The ${name} has ${handlers.length} handlers: ${listWords(handlers, "and")}.`;
    yield { path: probe.path, message, hint: "Keep only one of them." };
  } else if (handlers.length === 0 && injection !== "into-existing" && injection !== "completes") {
    const message = `The ${name} has no handler; KubeRay adds its own only where there is no probe at all.`;
    const hint = `Add one of ${PROBE_HANDLERS.join(", ")}, or remove the ${name}.`;
    yield { path: probe.path, message, hint };
  }
  yield* handlerFindings(probe, PROBE_HANDLERS);
  const success = fieldAt(probe, "successThreshold");
  const succeedsAtOnce = name !== "readinessProbe";
  if (succeedsAtOnce && typeof success.data === "number" && success.data > 1) {
    const message = `successThreshold of a ${name} is ${success.data}; it must be 1.`;
    yield { path: success.path, message, hint: "Remove it, or write 1." };
  }
  const grace = fieldAt(probe, "terminationGracePeriodSeconds");
  if (name === "readinessProbe" && grace.data !== undefined) {
    const message = "A readinessProbe may not have terminationGracePeriodSeconds.";
    yield { path: grace.path, target: "key", message, hint: "Remove it." };
  }
}

/** The operator's own probes ask the port that rayStartParams name. */
function* agentPortFindings({ additions, containers, group }: BuiltPod): Iterable<PodFinding> {
  const ray = containers.find(({ runsRay }) => runsRay);
  if (!additions.probesAgentPort || ray === undefined) return;
  const adds = ["livenessProbe", "readinessProbe"].some(
    (name) => ownField(ray.data, name) === undefined,
  );
  const { data, path } = fieldAt(fieldAt(group, "rayStartParams"), AGENT_PORT);
  if (!adds || typeof data !== "string" || !/^[+-]?\d{1,18}$/.test(data)) return;
  const problem = portNumberProblem(Number(data));
  if (problem === undefined) return;
  const message = `${AGENT_PORT} is ${data}, and KubeRay's probes use that port. ${problem}`;
  yield { path, message, hint: "Write another port, or remove it to use 52365." };
}
