import { ownField, ownText } from "../diagnostics/own-field.ts";
import type { PlainData, PlainObject } from "../diagnostics/plain-data.ts";
import type { KuberayRelease } from "./kuberay-release.ts";

/** The start parameter that moves the port of Ray's dashboard agent. */
export const AGENT_PORT = "dashboard-agent-listen-port";

/** The port that the agent has by itself, and that the probes ask. */
export const PROBED_AGENT_PORT = 52_365;

/** Either is added where the container has none of its own. */
const PROBES = Object.freeze(["livenessProbe", "readinessProbe"]);

/**
 * The port of the dashboard agent where the probes of a release ask another one: initLivenessAndReadinessProbe in
 * common/pod.go, v1.1.1.
 *
 * @param container that runs Ray, with the probes of its own; undefined where it has none
 */
export function unaskedAgentPort(
  rayStartParams: PlainObject,
  container: PlainData | undefined,
  { probesFixedAgentPort }: Pick<KuberayRelease, "probesFixedAgentPort">,
): string | undefined {
  const port = ownText(rayStartParams, AGENT_PORT);
  if (!probesFixedAgentPort || port === undefined || !/^\d{1,18}$/.test(port)) return undefined;
  if (Number(port) === PROBED_AGENT_PORT) return undefined;
  return PROBES.some((probe) => ownField(container, probe) == null) ? port : undefined;
}
