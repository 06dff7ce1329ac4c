import { firstReleaseThat } from "../kuberay/releases.ts";
import type { ClusterNode } from "../model/cluster.ts";
import { pinOrigin } from "./autoscaler-pin.ts";
import type { BuildContext } from "./build-context.ts";
import type { Draft } from "./draft.ts";
import { podToleration } from "./pod-toleration.ts";
import type { PodMetadata, PodSpec, PodTemplate } from "./ray-cluster.ts";
import { rayContainers } from "./ray-container.ts";
import { sortedMap } from "./sorted-map.ts";
import { byRule, filledBy, fromSettings } from "./trace.ts";
import { waitContainer } from "./wait-container.ts";

/** The pod of a head or of a worker: placed and marked by the settings for pods with GPUs, or for those without. */
export function podTemplate(context: BuildContext, node: ClusterNode): PodTemplate {
  const { placement } = node;
  const labels = sortedMap(placement.labels);
  const annotations = sortedMap(placement.annotations);
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
  return { metadata, spec };
}

type OptionalPodFields = Draft<PodSpec, Exclude<keyof PodSpec, "containers" | "volumes">>;

function podSpec(context: BuildContext, node: ClusterNode): PodSpec {
  const { placement } = node;
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
    spec.initContainers = [waitContainer(settings.ray.busybox_image, context.trace)];
  }
  const prefix = placement.keyPrefix;
  context.trace?.mark(spec, {
    restartPolicy: pinOrigin(),
    serviceAccountName: fromSettings(["worker", "service_account", "name"]),
    imagePullSecrets: filledBy("settings", ["worker", "image_pull_secrets"]),
    nodeSelector: filledBy("settings", ["ray", `${prefix}_node_selector`]),
    tolerations: filledBy("settings", ["ray", `${prefix}_tolerations`]),
    initContainers: byRule(
      `With KubeRay before ${firstReleaseThat(({ needsWaitContainer }) => !needsWaitContainer)} nothing else makes workers wait for the head.`,
    ),
    volumes: byRule("Ray's logs lie on a volume of the pod, at /tmp/ray."),
  });
  // Assigning keeps the order and is many times faster than spreading, which is most of what building would cost.
  return Object.assign(spec, {
    containers: rayContainers(context, node),
    volumes: [{ name: "ray-logs", emptyDir: {} }],
  });
}
