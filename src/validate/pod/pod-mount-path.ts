import { ownText } from "../../diagnostics/own-field.ts";
import { showText } from "../../diagnostics/show.ts";
import type { BuiltContainer } from "./built-container.ts";
import type { BuiltPod } from "./built-pod.ts";
import { fieldAt } from "./place.ts";
import type { PodFinding } from "./pod-law.ts";
import { definePodLaw } from "./pod-law.ts";

/** Mounts that are lawful and surely meant otherwise. */
export const podMountPath = definePodLaw({
  code: "pod-mount-path",
  concerns: ["volumeMounts"],
  *check(pod) {
    for (const container of pod.judged) {
      for (const { mountPath, place } of container.mounts) {
        if (place === undefined || mountPath === undefined || mountPath === "") continue;
        const problem = pathProblem(mountPath);
        if (problem === undefined) continue;
        const { path } = fieldAt(place, "mountPath");
        const message = `The mountPath ${showText(mountPath)} ${problem}`;
        yield { path, message, hint: "Write an absolute path, such as /data." };
      }
      if (container.runsRay) yield* rayFindings(pod, container);
    }
  },
});

function pathProblem(path: string): string | undefined {
  if (path.includes(":")) return 'contains ":", which container runtimes treat as a separator.';
  return path.startsWith("/")
    ? undefined
    : "is not absolute; the container runtime decides where it leads.";
}

/** KubeRay looks for exactly these paths. */
function* rayFindings(
  { autoscales, context, additions }: BuiltPod,
  { mounts }: BuiltContainer,
): Iterable<PodFinding> {
  if (context.role === "submitter") return;
  for (const { name, mountPath, place } of mounts) {
    if (place === undefined || mountPath === undefined) continue;
    const { path } = fieldAt(place, "mountPath");
    const addsMemory = additions.mounts.some((mount) => mount.mountPath === "/dev/shm");
    if (/^\/dev\/shm\/+$/.test(mountPath) && addsMemory) {
      const message = `KubeRay does not see that ${showText(mountPath)} is /dev/shm, and also mounts its own volume there.`;
      yield { path, message, hint: "Write /dev/shm." };
    }
    const hidesLogs = context.role === "head" && autoscales && mountPath === "/tmp/ray";
    if (!hidesLogs || name === "ray-logs") continue;
    const message = `The Ray container has the volume ${showText(ownText(place.data, "name") ?? "")} at /tmp/ray, but the autoscaler has its own; Ray does not see the autoscaler's logs.`;
    yield {
      path,
      message,
      hint: "Name the volume ray-logs, which KubeRay shares with the autoscaler.",
    };
  }
}
