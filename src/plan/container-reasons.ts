import { showText } from "../diagnostics/show.ts";
import type { ObservedPod } from "./observed-pods.ts";
import { quoteForeign } from "./quote-foreign.ts";
import type { ReadinessReason, ReadinessReasonCode } from "./readiness-reasons.ts";
import { listAt, textAt, valueAt } from "./read-unknown.ts";

/** What keeps the containers of a pod, init containers first, from running. */
export function containerReasons(observed: ObservedPod): readonly ReadinessReason[] {
  const { pod } = observed;
  return [
    ...listAt(pod, "status", "initContainerStatuses"),
    ...listAt(pod, "status", "containerStatuses"),
  ].flatMap((status) => containerReason(observed, status));
}

/**
 * What a kubelet says of a container that waits, as far as it means trouble: pkg/kubelet/images/types.go and
 * kuberuntime, the same names since Kubernetes 1.20. ContainerCreating and PodInitializing mean none.
 */
export function waitingCode(reason: string | undefined): ReadinessReasonCode | undefined {
  switch (reason) {
    case "InvalidImageName":
      return "image-name-invalid";
    case "ImagePullBackOff":
      return "image-unavailable";
    case "ErrImagePull":
    case "ErrImageNeverPull":
    case "ImageInspectError":
    case "RegistryUnavailable":
    case "SignatureValidationFailed":
      return "image-pull-failed";
    case "CrashLoopBackOff":
      return "container-crashes";
    case "CreateContainerConfigError":
    case "CreateContainerError":
    case "PreCreateHookError":
    case "PreStartHookError":
    case "PostStartHookError":
    case "RunContainerError":
      return "container-not-started";
    default:
      return undefined;
  }
}

function containerReason(
  { name: pod, group, pod: object }: ObservedPod,
  status: unknown,
): readonly ReadinessReason[] {
  const container = textAt(status, "name") ?? "without a name";
  const end = lastEnd(status);
  const waiting = textAt(status, "state", "waiting", "reason");
  const waits = waitingCode(waiting);
  const code = end.isMemory ? "out-of-memory" : (waits ?? (end.isNow ? "container-crashes" : undefined));
  if (code === undefined) return [];
  const place = { group, pod, container };
  const named = `Container ${showText(container)} of pod ${showText(pod)}`;
  switch (code) {
    case "out-of-memory":
      return [{ code, message: `${named} used more memory than its limit and was killed.`, ...place }];
    case "container-crashes":
      return [{ code, message: `${named} ends ${end.how}.`, ...place }];
    default:
  }
  const image = imageOf(object, container) ?? textAt(status, "image") ?? "without a name";
  const told = textAt(status, "state", "waiting", "message");
  const why = quoteForeign(told === undefined ? `${waiting}` : `${waiting}: ${told}`);
  return code === "container-not-started"
    ? [{ code, message: `${named} cannot be started: ${why}`, ...place }]
    : [{ code, message: `The image ${showText(image)} of pod ${showText(pod)} cannot be pulled: ${why}`, ...place, image }];
}
