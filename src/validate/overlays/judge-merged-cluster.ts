import { checkAgainstApi } from "../../api/check-against-api.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { ownField, ownList, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import { noFeatureGates } from "../../kuberay/feature-gates.ts";
import { findBreaches } from "../../kuberay/laws/find-breaches.ts";
import { operatorLaws } from "../../kuberay/laws/registry.ts";
import { viewManifest } from "../../kuberay/views/manifest-view.ts";
import { CLUSTER_TEMPLATE } from "../../manifest/overlays/cluster-overlay.ts";
import type { Step } from "../../manifest/overlays/overlay-paths.ts";
import { nearestPlace } from "../../manifest/overlays/overlay-paths.ts";
import { newFindings } from "./new-findings.ts";
import type { OverlayApi } from "./overlay-api.ts";

/** What is wrong with a merged cluster, by the API and by KubeRay, and was not with the compiler's own. */
export function judgeMergedCluster(
  own: PlainObject,
  merged: PlainObject,
  template: PlainObject,
  { whole, kuberay }: OverlayApi,
): readonly Finding[] {
  const target = { kuberay, gates: noFeatureGates };
  const judge = (data: PlainObject): readonly Finding[] => {
    const view = viewManifest(data);
    const ofApi = checkAgainstApi(data, whole);
    const ofLaws = view === undefined ? [] : findBreaches(view, target, operatorLaws);
    return [...ofApi, ...ofLaws];
  };
  return newFindings(judge, own, merged).map(({ related: _, ...finding }) => ({
    ...finding,
    document: "request",
    path: [...CLUSTER_TEMPLATE, ...nearestPlace(template, stepsTo(finding.path, merged))],
  }));
}

/** The way to a place of the cluster, with groups by their names. */
function stepsTo(path: Path, data: PlainObject): readonly Step[] {
  const [root, list, index] = path;
  if (root !== "spec" || list !== "workerGroupSpecs" || typeof index !== "number") {
    return path.map(String);
  }
  const group: PlainData = ownList(ownField(data, root), list)[index] ?? null;
  const name = ownText(group, "groupName") ?? "";
  return [root, list, ["groupName", name], ...path.slice(3).map(String)];
}
