import type { Path } from "../diagnostics/path.ts";
import { showText } from "../diagnostics/show.ts";
import { distinctNodes } from "./nodes.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";

/**
 * Mount path twice
 *
 * Two volumes of one node are not mounted at one path: Kubernetes refuses the pod otherwise.
 *
 * See ValidateVolumeMounts in kubernetes pkg/apis/core/validation/validation.go
 */
export const mountPathTwice: Rule = defineRule({
  code: "mount-path-twice",
  check({ cluster }) {
    if (cluster === undefined) return [];
    return distinctNodes(cluster).flatMap((node) => {
      const seen = new Map<string, Path>();
      if (node.shmGib !== undefined) seen.set("/dev/shm", [...node.path, "shm_gb"]);
      return node.volumes.flatMap(({ config, path }): RuleFinding[] => {
        const mountPath = config.mount_path;
        if (mountPath == null) return [];
        const first = seen.get(mountPath);
        if (first === undefined) {
          seen.set(mountPath, path);
          return [];
        }
        return [
          {
            document: "request",
            path: [...path, "mount_path"],
            message: `Two volumes are mounted at ${showText(mountPath)}.`,
            hint: "Give one of them another mount_path, or remove it.",
            related: [{ document: "request", path: first, message: "the other one is here" }],
          },
        ];
      });
    });
  },
});
