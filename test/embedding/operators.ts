import { event, pod, running, unschedulable, waitingFor } from "../lifecycle/observations.ts";
import type { Json, Operator, Store } from "./kubernetes-api.ts";
import { memberOf } from "./kubernetes-api.ts";

/** KubeRay where nothing goes wrong: one more pod is there, and then ready, at every look. */
export const healthy: Operator = deletable((store, step) => {
  const groups = ["head", "worker-group-0"];
  store.pods = groups
    .slice(0, step)
    .map((group, index) => podOf(group, index < step - 1 ? running : {}));
  const isReady = step > groups.length;
  setStatus(
    store,
    isReady ? { state: "ready", readyWorkerReplicas: 1, head: { podIP: "10.0.0.7" } } : {},
  );
});

/** No node takes the worker. */
export const full: Operator = deletable((store) => {
  store.pods = [podOf("head", running), podOf("worker-group-0", unschedulable)];
  setStatus(store, {});
});

/** The worker's image is not there. */
export const withoutImage: Operator = deletable((store, step) => {
  const reason = step === 0 ? "ErrImagePull" : "ImagePullBackOff";
  store.pods = [podOf("head", running), podOf("worker-group-0", waitingFor(reason, "not found"))];
  setStatus(store, {});
});

/** KubeRay refuses the manifest: it says so in an event and creates nothing. */
export const refusing: Operator = deletable((store) => {
  store.events = [event("InvalidRayClusterSpec", "The RayCluster spec is invalid ml/train: no")];
});

/** A cluster that is being deleted loses a pod at every look, and then goes itself. */
function deletable(operator: Operator): Operator {
  return (store, step) => {
    const { deletionTimestamp } = memberOf(store.raycluster, "metadata");
    if (deletionTimestamp === undefined) operator(store, step);
    else if (store.pods.length > 0) store.pods = store.pods.slice(1);
    else store.raycluster = undefined;
  };
}

function podOf(group: string, status: Json): Json {
  return pod(`train-${group}-abc`, group, status);
}

function setStatus(store: Store, status: Json): void {
  const lastUpdateTime = "2026-01-01T00:00:00Z";
  store.raycluster = { ...store.raycluster, status: { lastUpdateTime, ...status } };
}
