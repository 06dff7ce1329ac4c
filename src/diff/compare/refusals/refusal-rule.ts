import type { Version } from "../../../kuberay/version.ts";
import type { ClusterView, GroupView } from "../cluster-view.ts";
import type { DiffPath } from "../diff-path.ts";

/**
 * A rule that KubeRay's operator checks before it does anything with a RayCluster. Where it is broken, the operator writes
 * a warning event, and status stays as it was.
 */
export interface RefusalRule {
  readonly code: string;
  /** The first KubeRay release that checks it. */
  readonly since: Version;
  readonly check: (cluster: ClusterView, kuberay: Version) => Iterable<Breach>;
}

/** One place that breaks a rule. */
export interface Breach {
  /** The fields that break it together, the one to report first. */
  readonly paths: readonly [DiffPath, ...DiffPath[]];
  /** What is wrong, with the values, as sentences. */
  readonly message: string;
  /** Who refuses it, as a sentence. Default: the first release that checks it, and later ones. */
  readonly refusedBy?: string;
}

export function refusalRule<const Code extends string>(
  code: Code,
  since: readonly [major: number, minor: number, patch?: number],
  check: RefusalRule["check"],
): RefusalRule & { readonly code: Code } {
  const [major, minor, patch = 0] = since;
  return Object.freeze({ code, since: Object.freeze({ major, minor, patch }), check });
}

/** The head group, then the worker groups. */
export function groupsOf({ head, workers }: ClusterView): readonly GroupView[] {
  return [head, ...workers];
}
