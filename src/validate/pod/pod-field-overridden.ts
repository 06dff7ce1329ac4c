import { ownField, ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type { BuiltPod } from "./built-pod.ts";
import { duplicates } from "./duplicates.ts";
import type { Place } from "./place.ts";
import { entriesAt, fieldAt, itemsAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

/** What the template says and something else decides. Source: ray-operator/controllers/ray/common/pod.go at each tag. */
export const podFieldOverridden = definePodLaw({
  code: "pod-field-overridden",
  *check(pod) {
    if (pod.context.role === "submitter") return;
    yield* labelFindings(pod);
    yield* metadataFindings(pod);
    yield* environmentFindings(pod);
    yield* accountFindings(pod);
    yield* volumeFindings(pod);
  },
});

function* labelFindings({ metadata, additions }: BuiltPod): Iterable<PodFinding> {
  for (const [key, { data, path }] of entriesAt(metadata, "labels")) {
    if (!Object.hasOwn(additions.labels, key) || data === additions.labels[key]) continue;
    const message = additions.labelsYield
      ? `The label ${key} replaces KubeRay's own; KubeRay then does not find the pods and creates new ones.`
      : `KubeRay sets the label ${key} itself.`;
    yield { path, message, hint: "Remove the label." };
  }
}

function* metadataFindings({ metadata, context, additions }: BuiltPod): Iterable<PodFinding> {
  const name = fieldAt(metadata, "name");
  if (typeof name.data === "string" && name.data !== "") {
    const message =
      context.role === "head"
        ? `Every head pod is named ${showText(name.data)}; a new one cannot be created before the old one is gone.`
        : `KubeRay ignores the name ${showText(name.data)} and generates one for each pod.`;
    yield { path: name.path, message, hint: "Remove the name." };
  }
  const namespace = fieldAt(metadata, "namespace");
  if (typeof namespace.data !== "string" || namespace.data === "") return;
  const message = additions.keepsNamespace
    ? `The pods are created in the namespace ${showText(namespace.data)}, where they cannot belong to a cluster in another namespace.`
    : `KubeRay ignores the namespace ${showText(namespace.data)}; pods are created in that of the cluster.`;
  yield { path: namespace.path, message, hint: "Remove the namespace." };
}

function* environmentFindings({ containers, additions }: BuiltPod): Iterable<PodFinding> {
  for (const container of containers) {
    if (container.isOperators) continue;
    const isInit = container.list === "initContainers";
    const added = isInit ? additions.initEnvironment : additions.environment;
    const variables = itemsAt(container, "env");
    if (isInit || container.runsRay) {
      for (const variable of variables) {
        const name = ownText(variable.data, "name") ?? "";
        if (!added.includes(name)) continue;
        const message = `KubeRay sets ${name} itself, and its value wins.`;
        yield { path: variable.path, message, hint: "Remove the variable." };
      }
    }
    for (const [first, again] of duplicates(variables, ({ data }) => ownText(data, "name"))) {
      const name = showText(ownText(again.data, "name") ?? "");
      const message = `The variable ${name} appears twice; the last one wins.`;
      const related = [{ path: again.path, message: "it is set again here" }];
      yield { path: first.path, message, hint: "Remove one of them.", related };
    }
  }
}

function* accountFindings({ spec, autoscales, context }: BuiltPod): Iterable<PodFinding> {
  const alias = fieldAt(spec, "serviceAccount");
  const named = ownText(spec.data, "serviceAccountName") ?? "";
  const isAutoscaling = context.role === "head" && autoscales;
  if (typeof alias.data === "string" && alias.data !== "" && alias.data !== named) {
    if (named !== "" || isAutoscaling) {
      const why = named === "" ? "KubeRay sets serviceAccountName" : "serviceAccountName wins";
      const message = `serviceAccount is an old name of serviceAccountName and has no effect here: ${why}.`;
      yield { path: alias.path, message, hint: "Write serviceAccountName instead." };
    }
  }
  const mounts = fieldAt(spec, "automountServiceAccountToken");
  if (!isAutoscaling || mounts.data !== false) return;
  const message = "The autoscaler runs in this pod and gets no token for scaling the cluster.";
  yield { path: mounts.path, message, hint: "Remove automountServiceAccountToken." };
}

function* volumeFindings({ volumes, additions }: BuiltPod): Iterable<PodFinding> {
  const shared = volumes.find(({ data }) => ownText(data, "name") === SHARED_MEMORY);
  if (shared === undefined || !additions.volumes.includes(SHARED_MEMORY) || isInMemory(shared)) {
    return;
  }
  const message = `KubeRay mounts the volume ${SHARED_MEMORY} at /dev/shm, but this one, which is not in memory, replaces it.`;
  yield { path: shared.path, message, hint: "Give the volume another name." };
}

const SHARED_MEMORY = "shared-mem";

function isInMemory(volume: Place): boolean {
  return ownField(fieldAt(volume, "emptyDir").data, "medium") === "Memory";
}
