import type { ClusterNode } from "../model/cluster.ts";
import type { Placement } from "../model/settings.ts";
import type { BuildContext } from "./build-context.ts";
import type { Draft } from "./draft.ts";
import { podToleration } from "./pod-toleration.ts";
import type { PodMetadata, PodSpec, PodTemplate } from "./ray-cluster.ts";
import { rayContainers } from "./ray-container.ts";
import { sortedMap } from "./sorted-map.ts";
import { waitContainer } from "./wait-container.ts";

/** The pod of a head or of a worker: placed and marked by the settings for pods with GPUs, or for those without. */
export function podTemplate(context: BuildContext, node: ClusterNode): PodTemplate {
  const { ray } = context.settings;
  const placement = node.gpuCount > 0 ? ray.gpu : ray.nonGpu;
  const labels = sortedMap(placement.labels);
  const annotations = sortedMap(placement.annotations);
  const spec = podSpec(context, node, placement);
  if (labels === undefined && annotations === undefined) return { spec };
  const metadata: Draft<PodMetadata> = {};
  if (labels !== undefined) metadata.labels = labels;
  if (annotations !== undefined) metadata.annotations = annotations;
  return { metadata, spec };
}

type OptionalPodFields = Draft<PodSpec, Exclude<keyof PodSpec, "containers" | "volumes">>;

function podSpec(context: BuildContext, node: ClusterNode, placement: Placement): PodSpec {
  const { pin, release, settings } = context;
  const { service_account: serviceAccountName, image_pull_secrets: secrets } = settings.worker;
  const { restartPolicy } = pin;
  const spec: OptionalPodFields & { serviceAccountName: string } =
    restartPolicy === undefined ? { serviceAccountName } : { restartPolicy, serviceAccountName };
  if (secrets.length > 0) spec.imagePullSecrets = secrets.map(({ name }) => ({ name }));
  const nodeSelector = sortedMap(placement.nodeSelector);
  if (nodeSelector !== undefined) spec.nodeSelector = nodeSelector;
  const { tolerations } = placement;
  if (tolerations.length > 0) spec.tolerations = tolerations.map(podToleration);
  if (node.role === "worker" && release.needsWaitContainer) {
    spec.initContainers = [waitContainer(settings.ray.busybox_image)];
  }
  // Assigning keeps the order and is many times faster than spreading, which is most of what building would cost.
  return Object.assign(spec, {
    containers: rayContainers(context, node),
    volumes: [{ name: "ray-logs", emptyDir: {} }],
  });
}
