import type { Finding } from "../../diagnostics/diagnostic.ts";
import { isObject, ownField, ownList } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import { checkPodTemplate } from "./check-pod-template.ts";
import type { PodContext } from "./pod-context.ts";

/** What a cluster's pods have in common. */
export type ClusterPodsContext = Omit<
  PodContext,
  "role" | "path" | "cluster" | "clusterPath" | "group" | "groupPath"
>;

/**
 * The findings of all pod templates of a RayCluster's spec, the head's first. The spec may also be the one inside a RayJob
 * (`spec.rayClusterSpec`) or a RayService (`spec.rayClusterConfig`); then the cluster's name is not known.
 */
export function checkClusterPods(
  spec: PlainData | undefined,
  path: Path,
  context: ClusterPodsContext,
): readonly Finding[] {
  if (!isObject(spec)) return [];
  const workers = ownList(spec, "workerGroupSpecs");
  const groups: readonly Group[] = [
    {
      role: "head",
      data: ownField(spec, "headGroupSpec"),
      path: [...path, "headGroupSpec"],
    },
    ...workers.map(
      (data, index): Group => ({
        role: "worker",
        data,
        path: [...path, "workerGroupSpecs", index],
      }),
    ),
  ];
  return groups.flatMap((group) => groupFindings(group, spec, path, context));
}

interface Group {
  readonly role: "head" | "worker";
  readonly data: PlainData | undefined;
  readonly path: Path;
}

function groupFindings(
  { role, data, path }: Group,
  cluster: PlainObject,
  clusterPath: Path,
  context: ClusterPodsContext,
): readonly Finding[] {
  if (!isObject(data)) return [];
  return checkPodTemplate(ownField(data, "template"), {
    ...context,
    role,
    path: [...path, "template"],
    cluster,
    clusterPath,
    group: data,
    groupPath: path,
  });
}
