import { bareMountPath } from "../api/identifiers/volume-path.ts";
import type { Path } from "../diagnostics/path.ts";
import { showText } from "../diagnostics/show.ts";
import { addedVolumePaths } from "../kuberay/mounted-paths.ts";
import type { ClusterNode } from "../model/cluster.ts";
import type { Loose } from "../model/loose.ts";
import type { VolumeConfig } from "../model/request/pod-inputs.ts";
import { distinctNodes } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { volumes } from "./subjects.ts";

/**
 * Volume name taken
 *
 * Two volumes of one node have different names, unless they are one volume that is mounted twice: Kubernetes refuses the
 * pod otherwise.
 *
 * See ValidateVolumes in kubernetes pkg/apis/core/validation/validation.go
 */
export const volumeNameTaken: Rule = defineRule({
  code: "volume-name-taken",
  about: volumes,
  check({ cluster }) {
    if (cluster === undefined) return [];
    return distinctNodes(cluster).flatMap((node) => {
      const seen = new Map<string, { readonly source: string; readonly path: Path }>();
      if (node.shmGib !== undefined) {
        seen.set("shm", { source: "", path: [...node.path, "shm_gb"] });
      }
      return node.volumes.flatMap(({ config, path }): RuleFinding[] => {
        const { name } = config;
        if (name == null) return [];
        const [place, source] = [[...path, "name"], sourceOf(config)];
        const missing = missingMount(name, node);
        if (missing !== undefined) {
          return [
            {
              document: "request",
              path: place,
              message: `A volume cannot be called ${showText(name)} where none is mounted at ${missing}: a volume with that name is added there automatically.`,
              hint: "Give it another name, or leave the name out.",
            },
          ];
        }
        const first = seen.get(name);
        if (first === undefined) seen.set(name, { source, path: place });
        if (first === undefined || first.source === source) return [];
        return [
          {
            document: "request",
            path: place,
            message: `Two volumes with different content are called ${showText(name)}.`,
            hint: "Give one of them another name, or leave the name out.",
            related: [{ document: "request", path: first.path, message: "the other one is here" }],
          },
        ];
      });
    });
  },
});

/** Where a volume of that name is added unless one is mounted there: ray-operator/controllers/ray/common/pod.go, v1.7.0. */
function missingMount(name: string, { volumes, shmGib }: ClusterNode): string | undefined {
  const path = addedVolumePaths.get(name);
  if (path === undefined || (path === "/dev/shm" && shmGib !== undefined)) return undefined;
  const isThere = volumes.some(({ config }) => bareMountPath(config.mount_path ?? "") === path);
  return isThere ? undefined : path;
}

function sourceOf({ claim, config_map, secret, empty_dir }: Loose<VolumeConfig>): string {
  return JSON.stringify([claim ?? null, config_map ?? null, secret ?? null, empty_dir ?? null]);
}
