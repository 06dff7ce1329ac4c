import { ownField } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import { kindWord } from "../views/kind-word.ts";
import type { ManifestKind } from "../views/manifest-view.ts";
import type { ClusterState, Consequence } from "./field-rule.ts";
import { managerOf, OPERATOR } from "./manager-rules.ts";

/** What comes of an object that is new. */
export function creationOf(state: ClusterState): Consequence {
  const { kind, spec } = state.view;
  const manager = managerOf(state);
  if (kind !== "RayCronJob" && manager !== OPERATOR) {
    return {
      effect: "none",
      reason: `${showText(manager)} manages the ${kindWord[kind]}, so the operator in this Kubernetes cluster makes nothing.`,
    };
  }
  if (ownField(spec, "suspend") === true) {
    const what = kind === "RayCluster" ? "no pods" : kind === "RayCronJob" ? "no jobs" : "nothing";
    return {
      effect: "none",
      reason: `The ${kindWord[kind]} is suspended: KubeRay makes ${what} until it is resumed.`,
    };
  }
  return { effect: "scale", reason: creation[kind] };
}

const creation: Readonly<Record<ManifestKind, string>> = Object.freeze({
  RayCluster: "KubeRay makes the head Service and the pods.",
  RayJob: "KubeRay runs the job, on a cluster that it makes or on the one that is selected.",
  RayService: "KubeRay makes a cluster and, once its applications run, the Services.",
  RayCronJob: "KubeRay makes a RayJob at each time of the schedule.",
});

/** What goes with an object that is deleted. Children belong to their owners; the finalizer of a RayJob stops what runs. */
export const deletion: Readonly<Record<ManifestKind, string>> = Object.freeze({
  RayCluster: "KubeRay deletes all pods and the head Service.",
  RayJob: "KubeRay stops the job and deletes the cluster that it made; one that it selected stays.",
  RayService: "KubeRay deletes its clusters and Services.",
  RayCronJob: "Its jobs and their clusters are deleted too, including those that run.",
});
