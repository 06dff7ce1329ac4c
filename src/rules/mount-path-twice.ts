import { bareMountPath } from "../api/identifiers/volume-path.ts";
import type { Path } from "../diagnostics/path.ts";
import { showText } from "../diagnostics/show.ts";
import { mountedByKuberay } from "../kuberay/mounted-paths.ts";
import type { ClusterNode } from "../model/cluster.ts";
import type { Salvaged } from "../model/resolved.ts";
import { findingsOn } from "./findings-on.ts";
import { distinctNodes } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { volumes } from "./subjects.ts";

/**
 * Mount path twice
 *
 * Two volumes of one node are not mounted at one path: Kubernetes refuses the pod otherwise.
 *
 * See ValidateVolumeMounts in kubernetes pkg/apis/core/validation/validation.go
 */
export const mountPathTwice: Rule = defineRule({
  code: "mount-path-twice",
  about: volumes,
  check({ cluster, options }) {
    if (cluster === undefined) return [];
    return findingsOn(distinctNodes(cluster), (node) => {
      if (node.volumes.length === 0) return [];
      const seen = new Map(mountedByOthers(node, options));
      return node.volumes.flatMap(({ config, path }): RuleFinding[] => {
        const mountPath = config.mount_path;
        if (mountPath == null) return [];
        const place = bareMountPath(mountPath);
        const first = seen.get(place);
        if (first === undefined) {
          seen.set(place, [...path, "mount_path"]);
          return [];
        }
        return [
          {
            document: "request",
            path: [...path, "mount_path"],
            message: `Two volumes are mounted at ${showText(place)}.`,
            hint: "Give one of them another mount_path, or remove it.",
            related: [
              { document: "request", path: first, message: "the other one comes from here" },
            ],
          },
        ];
      });
    });
  },
});

/** Paths at which a field of the request has the compiler or KubeRay mount something. */
function mountedByOthers(
  { role, shmGib, path }: ClusterNode,
  { auth, gcs_fault_tolerance: tolerance }: Salvaged["options"],
): readonly (readonly [string, Path])[] {
  const result: (readonly [string, Path])[] = [];
  if (shmGib !== undefined) result.push(["/dev/shm", [...path, "shm_gb"]]);
  if (auth?.kubernetes_tokens === true) {
    result.push([mountedByKuberay.kubernetesTokens, ["auth", "kubernetes_tokens"]]);
  }
  if (role === "head" && tolerance?.backend === "rocksdb") {
    result.push([mountedByKuberay.gcsStorage, ["gcs_fault_tolerance", "backend"]]);
  }
  return result;
}
