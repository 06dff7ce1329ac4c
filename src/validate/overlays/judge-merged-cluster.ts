import { apiFor } from "../../api/api-for.ts";
import { checkAgainstApi } from "../../api/check-against-api.ts";
import type { Finding } from "../../diagnostics/diagnostic.ts";
import { ownField, ownList, ownText } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainData, PlainObject } from "../../diagnostics/plain-data.ts";
import { noFeatureGates } from "../../kuberay/feature-gates.ts";
import { findBreaches } from "../../kuberay/laws/find-breaches.ts";
import { operatorLaws } from "../../kuberay/laws/registry.ts";
import { viewManifest } from "../../kuberay/views/manifest-view.ts";
import type { RayManifest } from "../../manifest/manifest.ts";
import { clusterSpecOf } from "../../manifest/manifest.ts";
import { CLUSTER_TEMPLATE } from "../../manifest/overlays/cluster-overlay.ts";
import type { Step } from "../../manifest/overlays/overlay-paths.ts";
import { nearestPlace } from "../../manifest/overlays/overlay-paths.ts";
import type { Salvaged } from "../../model/resolved.ts";

/** What is wrong with a merged cluster, by the API and by KubeRay, and was not with the compiler's own. */
export function judgeMergedCluster(
  manifest: RayManifest,
  spec: PlainObject,
  template: PlainObject,
  { kuberayVersion }: Salvaged,
): readonly Finding[] {
  if (kuberayVersion === undefined) return [];
  const { apiVersion, metadata } = manifest;
  const clusterOf = (data: object): PlainObject =>
    JSON.parse(JSON.stringify({ apiVersion, kind: "RayCluster", metadata, spec: data }));
  const judge = (data: PlainObject): readonly Finding[] => {
    const view = viewManifest(data);
    const answer = apiFor({ kind: "RayCluster", apiVersion, kuberayVersion });
    const ofApi = answer.ok ? checkAgainstApi(data, answer.api) : [];
    const target = { kuberay: kuberayVersion, gates: noFeatureGates };
    const ofLaws = view === undefined ? [] : findBreaches(view, target, operatorLaws);
    return [...ofApi, ...ofLaws];
  };
  const ours = clusterSpecOf(manifest);
  const known = new Set(ours === undefined ? [] : judge(clusterOf(ours)).map(identity));
  const data = clusterOf(spec);
  return judge(data)
    .filter((finding) => !known.has(identity(finding)))
    .map(({ related: _, ...finding }) => ({
      ...finding,
      document: "request",
      path: [...CLUSTER_TEMPLATE, ...nearestPlace(template, stepsTo(finding.path, data))],
    }));
}

function identity({ code, message }: Finding): string {
  return `${code} ${message}`;
}

/** The way from the spec to a place in it, with groups by their names. */
function stepsTo(path: Path, data: PlainObject): readonly Step[] {
  const [, ...rest] = path;
  const [list, index] = rest;
  if (list !== "workerGroupSpecs" || typeof index !== "number") return rest.map(String);
  const group: PlainData = ownList(ownField(data, "spec"), list)[index] ?? null;
  const name = ownText(group, "groupName") ?? "";
  return [list, ["groupName", name], ...rest.slice(2).map(String)];
}
