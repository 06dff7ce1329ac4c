import type { Finding } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { noFeatureGates } from "../../kuberay/feature-gates.ts";
import { findBreaches } from "../../kuberay/laws/find-breaches.ts";
import { operatorLaws } from "../../kuberay/laws/registry.ts";
import type { Version } from "../../kuberay/version.ts";
import { viewManifest } from "../../kuberay/views/manifest-view.ts";
import type { MergedPod } from "../../manifest/overlays/merge-overlays.ts";
import type { PodOverlay } from "../../manifest/overlays/pod-overlay.ts";
import { movedToOverlay, placesWithin } from "./judge-merged-pod.ts";
import { newFindings } from "./new-findings.ts";

/** A pod template of a cluster that templates were merged over. */
export interface PlacedPod {
  /** Where it stands in the cluster. */
  readonly path: Path;
  readonly merged: MergedPod;
  /** The last one counts where no one overlay set a value. */
  readonly last: PodOverlay;
}

/** What KubeRay refuses of pods that templates changed, and does not of the compiler's own. */
export function judgePodsByOperator(
  own: PlainObject,
  merged: PlainObject,
  pods: readonly PlacedPod[],
  kuberay: Version,
): readonly Finding[] {
  const judge = (data: PlainObject): readonly Finding[] => {
    const view = viewManifest(data);
    return view === undefined
      ? []
      : findBreaches(view, { kuberay, gates: noFeatureGates }, operatorLaws);
  };
  const told = new Set<string>();
  return newFindings(judge, own, merged).flatMap((finding): readonly Finding[] => {
    const pod = pods.find(({ path }) => path.every((step, index) => finding.path[index] === step));
    if (pod === undefined) return [];
    const placed = movedToOverlay(
      finding,
      pod.path,
      pod.merged,
      placesWithin(pod.merged),
      pod.last,
    );
    // One template may be that of several groups.
    const place = JSON.stringify([placed.code, placed.document, placed.path]);
    const isTold = told.has(place);
    told.add(place);
    return isTold ? [] : [placed];
  });
}
