import type { Version } from "./version.ts";
import { isAtLeast } from "./version.ts";

/** What decides how KubeRay starts Ray in a pod. */
export interface StartContext {
  readonly kuberay: Version;
  readonly role: "head" | "worker";
  readonly autoscales: boolean;
  /** The CPUs of Ray's container, rounded up; undefined where nothing says. */
  readonly cpus: { readonly limit: bigint | undefined; readonly request: bigint | undefined };
  /** Its limit of GPUs, under the one key that ends in gpu; undefined if there is none, or where there are several. */
  readonly gpus: bigint | undefined;
  /** The limit of its memory in bytes, rounded up. */
  readonly memoryBytes: bigint | undefined;
}

/** What a parameter comes to; undefined where KubeRay leaves it to Ray. */
type Completion = (given: string | undefined, context: StartContext) => string | undefined;

/**
 * The parameters that KubeRay fills in or overwrites. Sources: concatenateContainerCommand in common/pod.go, v0.4.0;
 * setMissingRayStartParams and generateRayStartCommand in common/pod.go, v0.5.2, v1.1.0 and v1.7.0;
 * for GPUs addWellKnownAcceleratorResources in common/pod.go, v1.3.0.
 */
const completions: ReadonlyMap<string, Completion> = new Map<string, Completion>([
  ["metrics-export-port", (given) => given ?? "8080"],
  [
    "block",
    (given, { kuberay }) => {
      if (isAtLeast(kuberay, 1, 1)) return "true";
      return given ?? (isAtLeast(kuberay, 0, 5) ? "true" : undefined);
    },
  ],
  [
    "dashboard-host",
    (given, { kuberay, role }) =>
      given ?? (role === "head" && isAtLeast(kuberay, 0, 5, 2) ? "0.0.0.0" : undefined),
  ],
  [
    "dashboard-agent-listen-port",
    (given, { kuberay }) => given ?? (isAtLeast(kuberay, 1, 1) ? "52365" : undefined),
  ],
  ["no-monitor", (given, { role, autoscales }) => (role === "head" && autoscales ? "true" : given)],
  [
    "num-cpus",
    (given, { kuberay, cpus }) => {
      const counted = cpus.limit ?? (isAtLeast(kuberay, 1, 3) ? cpus.request : undefined);
      return given ?? counted?.toString();
    },
  ],
  ["num-gpus", (given, { gpus }) => given ?? gpus?.toString()],
  ["memory", (given, { memoryBytes }) => given ?? memoryBytes?.toString()],
]);

/** What a parameter of `ray start` comes to once KubeRay has filled in and overwritten; undefined where it is left to Ray. */
export function startParameter(
  name: string,
  given: string | undefined,
  context: StartContext,
): string | undefined {
  const completion = completions.get(name);
  return completion === undefined ? given : completion(given, context);
}
