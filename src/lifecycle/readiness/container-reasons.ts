import { showText } from "../../diagnostics/show.ts";
import type { ObservedPod } from "./observed-pods.ts";
import { quoteForeign } from "./quote-foreign.ts";
import { countAt, listAt, textAt, valueAt } from "./read-unknown.ts";
import type { ReadinessReason, ReadinessReasonCode } from "./readiness-reasons.ts";

/** What keeps the containers of a pod, init containers first, from running. */
export function containerReasons(observed: ObservedPod): readonly ReadinessReason[] {
  const { pod } = observed;
  return [
    ...listAt(pod, "status", "initContainerStatuses"),
    ...listAt(pod, "status", "containerStatuses"),
  ].flatMap((status) => containerReason(observed, status));
}

/**
 * What a kubelet says of a container that waits, as far as it means trouble; ContainerCreating and PodInitializing mean
 * none. The names are those of pkg/kubelet/images/types.go, pkg/kubelet/kuberuntime and pkg/kubelet/container.
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

function containerReason(observed: ObservedPod, status: unknown): readonly ReadinessReason[] {
  const { name: pod, group } = observed;
  const ended =
    valueAt(status, "state", "terminated") ?? valueAt(status, "lastState", "terminated");
  const waits = waitingCode(textAt(status, "state", "waiting", "reason")) ?? endCode(status);
  const isOutOfMemory = textAt(ended, "reason") === "OOMKilled";
  const isEnd = waits === undefined || waits === "container-crashes";
  const code = isOutOfMemory && isEnd ? "out-of-memory" : waits;
  if (code === undefined) return [];
  const container = textAt(status, "name") ?? "without a name";
  const reason = { code, group, pod, container };
  const named = `Container ${showText(container)} of pod ${showText(pod)}`;
  switch (code) {
    case "out-of-memory":
      return [{ ...reason, message: `${named} was killed for using more memory than its limit.` }];
    case "container-crashes":
      return [{ ...reason, message: `${named} keeps exiting${howItEnded(ended)}` }];
    case "container-not-started":
      return [{ ...reason, message: `${named} cannot be started: ${whatItWaitsFor(status)}` }];
    default: {
      const image = imageOf(observed, container) ?? textAt(status, "image") ?? "";
      const message = `The image ${showText(image)} of pod ${showText(pod)} cannot be pulled: ${whatItWaitsFor(status)}`;
      return [{ ...reason, message, image }];
    }
  }
}

/** An end counts while nothing follows it: where the pod is not restarted, and between two attempts. */
function endCode(status: unknown): ReadinessReasonCode | undefined {
  const exitCode = countAt(status, "state", "terminated", "exitCode") ?? 0;
  return exitCode === 0 ? undefined : "container-crashes";
}

function howItEnded(ended: unknown): string {
  const exitCode = countAt(ended, "exitCode");
  if (exitCode === undefined) return ".";
  const [reason, message] = [textAt(ended, "reason"), textAt(ended, "message")];
  const named = reason === undefined ? "" : ` (${reason})`;
  const told = message === undefined ? "" : `: ${message}`;
  return ` with exit code ${quoteForeign(`${exitCode}${named}${told}`)}`;
}

function whatItWaitsFor(status: unknown): string {
  const [reason, message] = [
    textAt(status, "state", "waiting", "reason") ?? "",
    textAt(status, "state", "waiting", "message"),
  ];
  return quoteForeign(message === undefined ? reason : `${reason}: ${message}`);
}

/** What the manifest says; a status may hold what the registry made of it. */
function imageOf({ pod }: ObservedPod, container: string): string | undefined {
  const containers = [
    ...listAt(pod, "spec", "initContainers"),
    ...listAt(pod, "spec", "containers"),
  ];
  return textAt(
    containers.find((candidate) => textAt(candidate, "name") === container),
    "image",
  );
}
