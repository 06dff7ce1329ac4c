import { ownField, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { Breach, Law } from "../../kuberay/laws/law.ts";
import { defineLaw } from "../../kuberay/laws/law.ts";
import type { GroupSpecView } from "../../kuberay/views/cluster-spec-view.ts";
import { groupsOf, groupTitle } from "../../kuberay/views/cluster-spec-view.ts";
import { countOf } from "../../quantity/whole-count.ts";
import { resourceKind } from "../accelerators.ts";
import { resourcesParameter } from "../resources-parameter.ts";

/**
 * Devices unseen
 *
 * Under autoscaling Ray's autoscaler learns of every device that a group's container asks for. It reads the manifest, and
 * takes from the limits only keys that end in gpu and TPUs; what KubeRay adds to ray start does not reach it.
 *
 * See python/ray/autoscaler/_private/kuberay/autoscaling_config.py of Ray.
 */
export const devicesUnseen: Law = defineLaw({
  code: "devices-unseen",
  severity: "warning",
  *check({ cluster }) {
    if (cluster?.autoscales !== true) return;
    for (const group of groupsOf(cluster)) {
      // A group has these from KubeRay 1.5 on, and Ray 2.51 reads them.
      if (Object.keys(ownObject(group.data, "resources")).length === 0) yield* unseen(group);
    }
  },
});

function* unseen(group: GroupSpecView): Iterable<Breach> {
  const [first] = group.containers;
  const limits = ownObject(ownObject(first?.data ?? null, "resources"), "limits");
  for (const [resource, amount] of Object.entries(limits)) {
    const kind = resourceKind(resource);
    const count = countOf(amount);
    if (first === undefined || kind?.rayName === undefined || count === undefined) continue;
    if (kind.isSeenByAutoscaler === true || isTold(group, kind.rayName)) continue;
    const { rayName, differsByMachine } = kind;
    yield {
      path: [...first.path, "resources", "limits", resource],
      target: "key",
      message: `Nothing tells Ray's autoscaler of the ${resource} of ${groupTitle(group)}: it never adds a pod for work that asks for ${rayName}.`,
      hint: `Write ${parameter(rayName, differsByMachine === true ? undefined : count)} in the group's rayStartParams.`,
    };
  }
}

function isTold({ rayStartParams }: GroupSpecView, rayName: string): boolean {
  if (rayName === "GPU") return ownField(rayStartParams, "num-gpus") !== undefined;
  return (ownText(rayStartParams, "resources") ?? "").includes(rayName);
}

function parameter(rayName: string, count: number | undefined): string {
  if (count === undefined) return `the number of ${rayName} as resources`;
  if (rayName === "GPU") return `num-gpus: "${count}"`;
  return `resources: ${JSON.stringify(resourcesParameter({ [rayName]: count }))}`;
}
