import type { Finding } from "../../diagnostics/diagnostic.ts";
import { ownFieldAt } from "../../diagnostics/own-field.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { groupsOf, viewClusterSpec } from "../../kuberay/views/cluster-spec-view.ts";
import { clusterSpecOf } from "../../manifest/manifest.ts";
import type { OwnerTemplateField } from "../../manifest/overlays/cluster-overlay.ts";
import { countMergedPod } from "../../manifest/overlays/count-pod.ts";
import { findReserved } from "../../manifest/overlays/find-reserved.ts";
import { findUnprintable } from "../../manifest/overlays/find-unprintable.ts";
import type { MergedPod } from "../../manifest/overlays/merge-overlays.ts";
import { mergeOverlays, placeIn } from "../../manifest/overlays/merge-overlays.ts";
import { indexByName } from "../../manifest/overlays/overlay-paths.ts";
import { podOverlays } from "../../manifest/overlays/pod-overlays.ts";
import type {
  MergedTemplates,
  PodTemplateMerger,
} from "../../manifest/overlays/pod-template-merger.ts";
import { traceMerged } from "../../manifest/overlays/trace-merged.ts";
import type {
  MergedPodTemplate,
  ObjectMetadata,
  PodTemplate,
  RayClusterSpec,
} from "../../manifest/ray-cluster.ts";
import type { Trace } from "../../manifest/trace.ts";
import type { ClusterNode } from "../../model/cluster.ts";
import type { CountedPod } from "../../model/counted-pod.ts";
import type { Salvaged } from "../../model/resolved.ts";
import { checkOverlay } from "./check-overlay.ts";
import { findItemsTwice } from "./find-items-twice.ts";
import { judgeMergedPod } from "./judge-merged-pod.ts";
import type { PlacedPod } from "./judge-pods-by-operator.ts";
import { judgePodsByOperator } from "./judge-pods-by-operator.ts";
import { mergeClusterTemplate } from "./merge-cluster-template.ts";
import { mergeOwnerTemplates } from "./merge-owner-template.ts";
import type { OverlayApi } from "./overlay-api.ts";
import { overlayApi } from "./overlay-api.ts";

/** Merges and judges the pod templates by the API of the target release, which is unknown for an unknown release. */
export const mergePodTemplates: PodTemplateMerger = (model, manifest, trace) => {
  const { cluster, kuberayVersion, release } = model;
  if (cluster === undefined || kuberayVersion === undefined || release === undefined) {
    return NOTHING;
  }
  const api = overlayApi(release, kuberayVersion);
  if (api === undefined) return NOTHING;
  const nodes = [cluster.head, ...cluster.groups.map(({ node }) => node)];
  const findings: Finding[] = [];
  const seen = new Set<PlainObject>();
  for (const overlay of nodes.flatMap((node) => podOverlays(model, node))) {
    if (seen.has(overlay.template)) continue;
    seen.add(overlay.template);
    findings.push(
      ...findUnprintable(overlay),
      ...findReserved(overlay),
      ...checkOverlay(overlay, api),
      ...findItemsTwice(overlay, api.type),
    );
  }
  const spec = manifest === undefined ? undefined : clusterSpecOf(manifest);
  const pods = new Map<ClusterNode, CountedPod>();
  if (manifest !== undefined && spec !== undefined) {
    const { metadata } = manifest;
    const context: MergeContext = { model, metadata, spec, api, trace };
    const before = withOwnGroups(spec);
    const merged = nodes.map((node, index) => {
      const group = groupOf(spec, index);
      return group === undefined ? undefined : mergeGroup(group, node, context);
    });
    const mistaken = new Set(
      merged.flatMap((group, index) => {
        const name = nodes[index]?.containerName;
        return name === undefined || !group?.merged ? [] : mistakenPlace(group.merged, name);
      }),
    );
    findings.push(
      ...merged
        .flatMap((group) => group?.findings ?? [])
        .filter((each) => each.code !== "pod-image" || !mistaken.has(placeText(each))),
    );
    const placed = nodes.map((node, index): PlacedPod | undefined => {
      const [pod, last] = [merged[index]?.merged, podOverlays(model, node).at(-1)];
      return pod === undefined || last === undefined ? undefined : { merged: pod, last };
    });
    findings.push(...judgePodsByOperator(manifest, before, placed, kuberayVersion, findings));
    const view = viewClusterSpec(plainObject(spec), ["spec"]);
    const groups = groupsOf(view);
    for (const [index, node] of nodes.entries()) {
      const [group, pod] = [groups[index], merged[index]?.merged];
      if (group === undefined || pod === undefined) continue;
      pods.set(node, countMergedPod(node, group, view, { ...model, kuberayVersion }, pod));
    }
  }
  const clusterApi = overlayApi(release, kuberayVersion, "cluster_template");
  if (clusterApi !== undefined) {
    findings.push(...mergeClusterTemplate(model, manifest, clusterApi, trace));
  }
  const ownerApi = (field: OwnerTemplateField) => overlayApi(release, kuberayVersion, field);
  findings.push(...mergeOwnerTemplates(model, manifest, ownerApi, trace));
  return { findings: withoutEchoes(findings), pods };
};

const NOTHING: MergedTemplates = Object.freeze({ findings: [], pods: new Map() });

/** The group of a node, the head's first. */
function groupOf({ headGroupSpec, workerGroupSpecs }: RayClusterSpec, index: number) {
  return index === 0 ? headGroupSpec : workerGroupSpecs?.[index - 1];
}

/** The same groups in objects of their own, which keep their templates. */
function withOwnGroups(spec: RayClusterSpec): PlainObject {
  const { headGroupSpec, workerGroupSpecs } = spec;
  const head = { ...spec, headGroupSpec: { ...headGroupSpec } };
  if (workerGroupSpecs === undefined) return plainObject(head);
  return plainObject({
    ...head,
    workerGroupSpecs: workerGroupSpecs.map((group) => ({ ...group })),
  });
}

interface MergeContext {
  readonly model: Salvaged;
  readonly metadata: ObjectMetadata;
  readonly spec: RayClusterSpec;
  readonly api: OverlayApi;
  readonly trace: Trace | undefined;
}

interface Group {
  readonly template: PodTemplate | MergedPodTemplate;
}

/** What comes of one group; nothing is merged where it has no overlays, or where no pod of Ray is left. */
interface MergedGroup {
  readonly findings: readonly Finding[];
  readonly merged?: MergedPod;
}

/** The manifest is fresh, so that its groups are given their merged templates in place. */
function mergeGroup(
  group: Group,
  node: ClusterNode,
  { model, metadata, spec, api, trace }: MergeContext,
): MergedGroup {
  const overlays = podOverlays(model, node);
  if (overlays.length === 0) return { findings: [] };
  const own = plainObject(group.template);
  const merged = mergeOverlays(own, overlays, node, api.type);
  const judged = judgeMergedPod(own, merged, overlays, api, {
    role: node.role,
    kuberay: api.kuberay,
    path: TEMPLATE,
    clusterName: metadata.name,
    clusterAnnotations: metadata.annotations,
    cluster: plainObject(spec),
    group: plainObject(group),
  });
  const findings = [...merged.findings, ...judged];
  const { template } = merged;
  if (!isMerged(template)) return { findings };
  if (trace !== undefined) traceMerged(own, merged, trace);
  Object.assign(group, { template });
  return { findings, merged };
}

/**
 * Where a template calls Ray's container by the request's container_name and so adds one without an image: container-name-taken
 * says what is meant.
 */
function mistakenPlace({ template, placeOf }: MergedPod, name: string): readonly string[] {
  const containers = ownFieldAt(template, "spec", "containers");
  const place = placeOf(["spec", "containers", indexByName(containers, name)]);
  return place?.overlay === undefined ? [] : [placeText(placeIn(place.overlay, place.path))];
}

function placeText({ document, path }: Pick<Finding, "document" | "path">): string {
  return JSON.stringify([document, path]);
}

/** Only what is found below it has a place in an overlay. */
const TEMPLATE: Path = Object.freeze(["template"]);

/** The same object: a manifest is plain data throughout, and only its interfaces do not say so. */
function plainObject(object: object): PlainObject {
  return Object.assign(object);
}

/** What findConflicts makes sure of. */
function isMerged(template: object): template is MergedPodTemplate {
  return "spec" in template;
}

/** Each finding once, and of one place nothing again that another finding says already. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  const places = new Set<string>();
  return findings.filter(({ code, document, path, message }) => {
    const place = placeText({ document, path });
    const identity = `${place} ${code} ${message}`;
    const isEcho = seen.has(identity) || (ECHOES.includes(code) && places.has(place));
    seen.add(identity);
    places.add(place);
    return !isEcho;
  });
}

/** Laws of pods that say of a template what its own laws, or the API, say more clearly. */
const ECHOES: readonly string[] = Object.freeze(["pod-field-overridden", "pod-field-dropped"]);
