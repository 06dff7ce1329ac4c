import type { Version } from "../../kuberay/version.ts";
import { isAtLeast } from "../../kuberay/version.ts";
import type { ClusterView } from "./cluster-view.ts";
import type { DiffPath } from "./diff-path.ts";
import type { RefusalCode } from "./refusals/registry.ts";
import { refusalRules } from "./refusals/registry.ts";

/** One rule that a manifest breaks in one place. */
export interface FoundRefusal {
  readonly code: RefusalCode;
  readonly paths: readonly [DiffPath, ...DiffPath[]];
  readonly message: string;
}

/** What is refused in a manifest under a KubeRay release, in the order of the rules. */
export function findRefusals(cluster: ClusterView, kuberay: Version): readonly FoundRefusal[] {
  return refusalRules.flatMap(({ code, since, check }) => {
    const { major, minor, patch } = since;
    if (!isAtLeast(kuberay, major, minor, patch)) return [];
    const release = patch === 0 ? `${major}.${minor}` : `${major}.${minor}.${patch}`;
    const refusedByRelease = `KubeRay ${release} and later refuse that.`;
    return [...check(cluster, kuberay)].map(({ paths, message, refusedBy }) => ({
      code,
      paths,
      message: `${message} ${refusedBy ?? refusedByRelease}`,
    }));
  });
}
