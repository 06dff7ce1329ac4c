import type { Finding } from "../../diagnostics/diagnostic.ts";
import { isObject, ownField, ownFieldAt, ownList, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import { reservedVariables } from "../../kuberay/reserved-variables.ts";
import type { ClusterNode } from "../../model/cluster.ts";
import type { MergedPlace } from "./merged-place.ts";
import type { Step } from "./overlay-paths.ts";
import { indexByName, nearestPlace } from "./overlay-paths.ts";
import type { PodOverlay } from "./pod-overlay.ts";
import { RAY_CONTAINERS } from "./pod-overlay.ts";

export interface Conflicts {
  readonly findings: readonly Finding[];
  /** Whether what is left is a pod of Ray, which can be judged further. */
  readonly runsRay: boolean;
}

/**
 * What an overlay took from the pod that the manifest lives by: Ray's container, the ports by which the head is found, the
 * variables that fields of the request stand for, and that pods are not restarted where the autoscaler needs it.
 */
export function findConflicts(
  before: PlainObject,
  after: PlainObject,
  overlay: PodOverlay,
  node: Pick<ClusterNode, "role" | "path">,
  placeOf: (path: Path) => MergedPlace | undefined,
): Conflicts {
  const name = RAY_CONTAINERS[node.role];
  const containers = ownFieldAt(after, "spec", "containers");
  const isThere = indexByName(containers, name) === 0;
  const refuse = (steps: readonly Step[], message: string, hint: string): Finding => ({
    code: "pod-template-conflict",
    document: overlay.document,
    path: [...overlay.path, ...nearestPlace(overlay.template, steps)],
    message,
    hint,
    related: [
      { document: "request", path: node.path, message: "The pod template is for this node." },
    ],
  });
  if (!isThere || placeOf(["spec", "containers", 0])?.overlay !== undefined) {
    const message = `The pod template removes the container ${name}, in which Ray runs.`;
    const hint = `To change ${name}, list it in containers, without $patch.`;
    const steps: readonly Step[] = ["spec", "containers", ["name", name]];
    return { findings: [refuse(steps, message, hint)], runsRay: false };
  }
  const ray: readonly Step[] = ["spec", "containers", ["name", name]];
  const [ours, theirs] = [rayOf(before), rayOf(after)];
  const found: Finding[] = [];
  for (const port of changedItems(ours, theirs, "ports", "containerPort", PORT_FIELDS)) {
    const number = ownField(port, "containerPort") ?? 0;
    const message = `The pod template changes or removes the port ${showPort(port)}, by which KubeRay finds ${ownText(port, "name") ?? "it"}.`;
    const steps: readonly Step[] = [...ray, "ports", ["containerPort", number]];
    found.push(refuse(steps, message, "Leave this port as it is; you may add others."));
  }
  for (const variable of changedItems(ours, theirs, "env", "name", ["value", "valueFrom"])) {
    const key = ownText(variable, "name") ?? "";
    if (!reservedVariables.has(key)) continue;
    const message = `The pod template changes or removes the variable ${key}, which the compiler sets.`;
    const steps: readonly Step[] = [...ray, "env", ["name", key]];
    found.push(refuse(steps, message, "Leave this variable as it is; you may add others."));
  }
  const policy = ownText(ownField(before, "spec"), "restartPolicy");
  const changed = ownText(ownField(after, "spec"), "restartPolicy");
  if (policy !== undefined && policy !== changed) {
    const message = `The pod template sets restartPolicy to ${showText(changed ?? "Always")}, but the autoscaler of this cluster needs ${policy}.`;
    found.push(refuse(["spec", "restartPolicy"], message, "Remove restartPolicy."));
  }
  return { findings: found, runsRay: true };
}

const PORT_FIELDS: readonly string[] = Object.freeze(["name", "protocol"]);

function rayOf(template: PlainObject): PlainData | undefined {
  return ownList(ownField(template, "spec"), "containers")[0];
}

/** The items of our own list that are gone, or different in some fields. */
function changedItems(
  ours: PlainData | undefined,
  theirs: PlainData | undefined,
  list: string,
  key: string,
  fields: readonly string[],
): readonly PlainData[] {
  const now = new Map(ownList(theirs, list).map((item) => [ownField(item, key), item]));
  return ownList(ours, list).filter((item) => {
    const same = now.get(ownField(item, key));
    if (!isObject(same)) return true;
    return fields.some(
      (field) => JSON.stringify(ownField(item, field)) !== JSON.stringify(ownField(same, field)),
    );
  });
}

function showPort(port: PlainData): string {
  return wordText(ownField(port, "containerPort") ?? "");
}
