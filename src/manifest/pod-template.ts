import type { Path } from "../diagnostics/path.ts";
import type { TextMap } from "../diagnostics/plain-data.ts";
import { firstReleaseThat } from "../kuberay/releases.ts";
import type { ClusterNode } from "../model/cluster.ts";
import type { Placement } from "../model/settings/settings.ts";
import { pinOrigin } from "./autoscaler-pin.ts";
import type { BuildContext } from "./build-context.ts";
import type { Draft } from "./draft.ts";
import { podToleration } from "./pod-toleration.ts";
import type { PodMetadata, PodSpec, PodTemplate } from "./ray-cluster.ts";
import { rayContainers } from "./ray-container.ts";
import { sortedMap } from "./sorted-map.ts";
import type { Trace } from "./trace.ts";
import { byRule, filledBy, fromRequest, fromSettings } from "./trace.ts";
import { nodeVolumes } from "./volumes.ts";
import { waitContainer } from "./wait-container.ts";

/**
 * The pod of a head or of a worker: placed and marked by the settings for pods with GPUs, or for those without, and by its
 * accelerator.
 */
export function podTemplate(context: BuildContext, node: ClusterNode): PodTemplate {
  const { placement } = node;
  const labels = sortedMap(overlaid(placement.labels, node.labels));
  const annotations = sortedMap(overlaid(placement.annotations, node.annotations));
  const spec = podSpec(context, node);
  if (labels === undefined && annotations === undefined) return { spec };
  const metadata: Draft<PodMetadata> = {};
  if (labels !== undefined) metadata.labels = labels;
  if (annotations !== undefined) metadata.annotations = annotations;
  const prefix = placement.keyPrefix;
  context.trace?.mark(metadata, {
    labels: filledBy("settings", ["ray", `${prefix}_labels`]),
    annotations: filledBy("settings", ["ray", `${prefix}_annotations`]),
  });
  if (labels !== undefined) {
    markAccelerators(labels, node, "labels", context);
    markUsers(labels, node.labels, [...node.path, "labels"], context);
  }
  if (annotations !== undefined) {
    markAccelerators(annotations, node, "annotations", context);
    markUsers(annotations, node.annotations, [...node.path, "annotations"], context);
  }
  return { metadata, spec };
}

/** The request's own entries over those of the settings. */
function overlaid(general: TextMap, special: TextMap): TextMap {
  for (const _ in special) return { ...general, ...special };
  return general;
}

function markUsers(map: TextMap, users: TextMap, path: Path, { trace }: BuildContext): void {
  if (trace === undefined) return;
  const keys = Object.keys(users);
  trace.mark(map, Object.fromEntries(keys.map((key) => [key, fromRequest([...path, key])])));
}

/** The entries that the settings have for the node's accelerator. */
function markAccelerators(
  map: TextMap,
  { accelerator }: ClusterNode,
  field: "node_selector" | "labels" | "annotations",
  { trace }: BuildContext,
): void {
  if (trace === undefined || accelerator === undefined) return;
  const path = [...accelerator.settingsPath, field];
  const keys = Object.keys(accelerator.settings?.[field] ?? {});
  trace.mark(map, Object.fromEntries(keys.map((key) => [key, fromSettings([...path, key])])));
}

function markTolerations(tolerations: object, { tolerationPaths }: Placement, trace: Trace): void {
  const origins = (tolerationPaths ?? []).map((path, index) => [
    String(index),
    filledBy("settings", path),
  ]);
  trace.mark(tolerations, Object.fromEntries(origins));
}

type PodDraft = Pick<PodSpec, "serviceAccountName"> & Draft<Omit<PodSpec, "serviceAccountName">>;

function podSpec(context: BuildContext, node: ClusterNode): PodSpec {
  const { placement } = node;
  const { pin, release, settings } = context;
  const { service_account: serviceAccountName, image_pull_secrets: secrets } = settings.worker;
  const { restartPolicy } = pin;
  const spec: PodDraft =
    restartPolicy === undefined ? { serviceAccountName } : { restartPolicy, serviceAccountName };
  if (secrets.length > 0) spec.imagePullSecrets = secrets.map(({ name }) => ({ name }));
  const runtimeClass = node.accelerator?.settings?.runtime_class ?? undefined;
  if (runtimeClass !== undefined) spec.runtimeClassName = runtimeClass;
  const nodeSelector = sortedMap(placement.nodeSelector);
  if (nodeSelector !== undefined) {
    spec.nodeSelector = nodeSelector;
    markAccelerators(nodeSelector, node, "node_selector", context);
  }
  const { tolerations } = placement;
  if (tolerations.length > 0) spec.tolerations = tolerations.map(podToleration);
  if (node.role === "worker" && release.needsWaitContainer) {
    spec.initContainers = [waitContainer(settings.ray.busybox_image, context.trace)];
  }
  const prefix = placement.keyPrefix;
  if (spec.tolerations !== undefined && context.trace !== undefined) {
    markTolerations(spec.tolerations, placement, context.trace);
  }
  context.trace?.mark(spec, {
    restartPolicy: pinOrigin(context),
    serviceAccountName: fromSettings(["worker", "service_account", "name"]),
    imagePullSecrets: filledBy("settings", ["worker", "image_pull_secrets"]),
    runtimeClassName: fromSettings([...(node.accelerator?.settingsPath ?? []), "runtime_class"]),
    nodeSelector: filledBy("settings", ["ray", `${prefix}_node_selector`]),
    tolerations: filledBy("settings", ["ray", `${prefix}_tolerations`]),
    initContainers: byRule(
      `With KubeRay before ${firstReleaseThat(({ needsWaitContainer }) => !needsWaitContainer)}, nothing else makes workers wait for the head.`,
    ),
  });
  const { volumes, mounts } = nodeVolumes(context, node);
  addContainers(spec, rayContainers(context, node, mounts));
  if (volumes.length > 0) spec.volumes = volumes;
  return spec;
}

function addContainers(
  spec: PodDraft,
  containers: PodSpec["containers"],
): asserts spec is PodDraft & Pick<PodSpec, "containers"> {
  spec.containers = containers;
}
